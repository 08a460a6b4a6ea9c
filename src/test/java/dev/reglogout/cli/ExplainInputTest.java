package dev.reglogout.cli;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.reglogout.messages.KnownMessages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for the text to be explained, and that nothing of it is shown. */
class ExplainInputTest {
  private static final String MISSING =
      "error getting credentials - err: exec: \"docker-credential-desktop\": executable file not"
          + " found in $PATH, out: ``";

  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ServerURL\":\"https://ghcr.io\",\"Username\":\"ci\",\"Secret\":\"S3CRET\"}",
        "{\"auths\":{\"ghcr.io\":{\"auth\":\"S3CRET\"}}}",
        "docker login -u ci -p S3CRET https://ci:S3CRET@ghcr.io",
        "docker-credential-S3CRET: executable file not found in $PATH",
        "no usernames for https://ci:S3CRET@ghcr.io",
        "its interpreter /S3CRET does not exist"
      })
  void nothingOfTheTextIsEchoed(String text) {
    for (String[] arguments :
        List.of(
            new String[] {"explain", text},
            new String[] {"explain", "--json", text},
            new String[] {"explain"},
            new String[] {"explain", "--list", text},
            new String[] {"explain", "--password=S3CRET", text})) {
      Machine.Result result = machine.typed(text).run(arguments);

      assertFalse((result.out() + result.err()).contains("S3CRET"), result.toString());
    }
  }

  @Test
  void aSecretThatWasPastedIsWarnedOf() {
    Machine.Result result =
        machine.run("explain", "{\"ServerURL\":\"https://ghcr.io\",\"Secret\":\"S3CRET\"}");

    assertEquals(0, result.exit());
    assertTrue(result.out().startsWith("secret-in-text: "), result.out());
  }

  @Test
  void noMoreThanAMebibyteIsReadAndThatIsTold() {
    String tooLong =
        "reglogout: the text is longer than 1 MiB, and only the first 1 MiB was looked at\n";
    machine.typed("x ".repeat(1 << 19) + MISSING);

    Machine.Result beyond = machine.run("explain");

    assertEquals(1, beyond.exit());
    assertTrue(beyond.err().startsWith(tooLong), beyond.err());
    assertTrue(document(machine.run("explain", "--json")).get("cutOff").getAsBoolean());
    machine.typed(MISSING + "x ".repeat(1 << 19));
    Machine.Result within = machine.run("explain");
    assertEquals(0, within.exit());
    assertEquals(tooLong, within.err());
    assertEquals(0, machine.typed("x ".repeat((1 << 19) - 8) + "(-25308)").run("explain").exit());
  }

  @Test
  void aTextInUtf16IsReadAsWindowsWritesIt() {
    for (Charset encoding : List.of(UTF_16LE, UTF_16BE)) {
      byte[] bytes = ("\uFEFF" + MISSING).getBytes(encoding);

      PastedInput input = read(bytes);

      assertEquals(
          List.of("missing-desktop"),
          KnownMessages.allIn(input.text()).stream().map(found -> found.message().id()).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n", "\t"})
  void anEmptyTextIsWrongUsage(String text) {
    assertEquals(
        new Machine.Result(
            2,
            "",
            "reglogout: TEXT is empty (an unset variable?)\n"
                + "reglogout: nothing was done; try `reglogout explain --help`\n"),
        machine.run("explain", text));
    assertEquals(
        new Machine.Result(
            2,
            "",
            "reglogout: there is no text on stdin; give the message as TEXT or pipe it in\n"
                + "reglogout: nothing was done; try `reglogout explain --help`\n"),
        machine.typed(text).run("explain"));
  }

  @Test
  void wrongOptionsAreWrongUsage() {
    assertEquals(
        new Machine.Result(
            2,
            "",
            "reglogout: unknown option: '--lsit'; for a text that begins with '-' write `-- TEXT`\n"
                + "reglogout: nothing was done; try `reglogout explain --help`\n"),
        machine.run("explain", "--lsit"));
    assertTrue(
        machine
            .run("explain", "--list", "x")
            .err()
            .startsWith("reglogout: --list and a TEXT exclude each other\n"));
    JsonObject error = document(machine.run("explain", "", "--json"));
    assertEquals(Set.of("version", "error", "exitCode"), error.keySet());
    assertEquals(2, error.get("exitCode").getAsInt());
  }

  private static JsonObject document(Machine.Result result) {
    return JsonParser.parseString(result.out()).getAsJsonObject();
  }

  private static PastedInput read(byte[] bytes) {
    try {
      return PastedInput.read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
