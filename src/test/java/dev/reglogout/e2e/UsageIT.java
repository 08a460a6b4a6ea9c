package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong usage: exit 2, and nothing was done. */
class UsageIT extends EndToEnd {
  private static final String CONFIG =
      "{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}, \"credsStore\": \"keeper\"}";

  static Stream<List<String>> badArguments() {
    return Stream.of(
        List.of("a b"),
        List.of("x\ny"),
        List.of("/"),
        List.of(""),
        List.of("https://u:hunter2@host"),
        List.of("ghcr.io", "list"),
        List.of("ghcr.io", "a b"),
        List.of("ghcr.io\n"),
        List.of("ghcr.io:70000"),
        List.of("--no-such-option", "ghcr.io"),
        List.of("--timeout", "0", "ghcr.io"),
        List.of("--timeout", "3601", "ghcr.io"));
  }

  @ParameterizedTest
  @MethodSource("badArguments")
  void badArgumentsAreRefusedWithNoHelperStartedAndNoFileTouched(List<String> arguments)
      throws IOException {
    machine.config(CONFIG).helper("keeper", "keeper").entry("ghcr.io", "ci", "s3cret");
    List<Object> before = InlineFileIT.identity(machine.config());

    Program.Result result = run(arguments.toArray(String[]::new));

    assertEquals(2, result.exit());
    assertEquals("", result.out());
    assertTrue(result.err().startsWith("reglogout: "), result.err());
    assertFalse(result.err().contains("hunter2"), result.err());
    assertEquals(List.of(), machine.calls());
    assertEquals(before, InlineFileIT.identity(machine.config()));
  }

  @Test
  void forJsonWrongUsageIsADocumentToo() {
    machine.config(CONFIG);

    Program.Result result = run("--json", "https://u:hunter2@host");

    assertEquals(2, result.exit());
    assertEquals(1, result.json().get("version").getAsInt());
    assertEquals(2, result.json().get("exitCode").getAsInt());
    assertFalse(result.json().get("error").getAsString().isBlank());
    assertFalse((result.out() + result.err()).contains("hunter2"), result.out() + result.err());
    assertTrue(result.err().startsWith("reglogout: "), result.err());
  }
}
