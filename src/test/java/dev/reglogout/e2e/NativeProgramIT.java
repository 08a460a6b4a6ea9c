package dev.reglogout.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The native program: what its runtime could take away or add, it does not. */
@Tag("native")
class NativeProgramIT extends ImageTest {
  private static final Pattern GLIBC = Pattern.compile("GLIBC_2\\.(\\d+)[0-9.]*");

  private final Image image = Image.underTest();

  static List<String> words() {
    List<String> words =
        new ArrayList<>(
            List.of(
                "-Dname=value",
                "-D",
                "-Xmx1k",
                "-Xss1k",
                "-Xint",
                "-XX:+PrintFlags",
                "-XX:MaxHeapSize=1",
                "-XX:NoSuchFlag",
                "-R:MaxHeapSize=1",
                "-H:Name=x",
                "-agentlib:x",
                "-javaagent:x",
                "--vm.Dx=y",
                "--enable-native-access=x",
                "-ea",
                "-cp",
                "-jar",
                "@file",
                "=",
                "==",
                "",
                " ",
                "a b",
                "-",
                "--",
                "'",
                "\"",
                "\\",
                "*",
                "?",
                "~",
                "$HOME",
                "$(id)",
                "`id`",
                "${1}",
                "a\nb",
                "a\tb",
                "größer",
                "日本"));
    words.add("x".repeat(2000));
    return words;
  }

  @ParameterizedTest
  @MethodSource("words")
  void everyKindOfWordReachesTheProgramAsItDoesTheJar(String word) {
    Program jar = new Program(List.of(java(), "-jar", "target/reglogout.jar"));
    Map<String, String> variables = new HashMap<>(variables());
    variables.put("LC_ALL", "C.UTF-8");
    for (List<String> arguments :
        List.of(
            List.of("list", "--", word),
            List.of("list", word),
            List.of("list", "--", "ghcr.io", word, "quay.io"),
            List.of(word, "list"))) {
      String[] all = arguments.toArray(String[]::new);
      machine.config("{}");

      Program.Result ours = image.program().run(variables, all);

      Program.Result jars = jar.run(variables, all);
      assertEquals(jars.err() + jars.out(), ours.err() + ours.out(), arguments::toString);
      assertEquals(jars.exit(), ours.exit(), arguments::toString);
    }
  }

  @Test
  void aThousandWordsReachItInTheirOrder() {
    List<String> arguments = new ArrayList<>(List.of("list", "--json", "--"));
    for (int i = 0; i < 1000; i++) {
      arguments.add("r" + i + ".example.com");
    }
    StringBuilder auths = new StringBuilder();
    for (int i = 0; i < 1000; i += 100) {
      auths
          .append(auths.isEmpty() ? "" : ",")
          .append("\"r" + i + ".example.com\": {\"auth\": \"dTpw\"}");
    }
    machine.config("{\"auths\": {" + auths + "}}");

    Program.Result result = image.program().run(variables(), arguments.toArray(String[]::new));

    for (int i = 0; i < 1000; i += 100) {
      assertTrue(result.out().contains("\"r" + i + ".example.com\""), result.err());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<&-", ">&-", "2>&-", "<&- >&-", ">&- 2>&-", "<&- >&- 2>&-"})
  void noFileTakesThePlaceOfAClosedStream(String redirection) {
    machine.config(
        "{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}, \"a.io\": {\"auth\": \"YTph\"}}}");

    Program.Result result =
        image.program().redirected(redirection).run(variables(), "-v", "ghcr.io");

    assertEquals("{\"auths\": {\"a.io\": {\"auth\": \"YTph\"}}}", machine.configText());
    assertEquals(redirection.contains(">&-") && !redirection.equals("2>&-") ? 1 : 0, result.exit());
  }

  @Test
  void anOptionThatTheRuntimeDoesNotHaveIsNoArgument() {
    Map<String, String> variables = new HashMap<>(variables());
    variables.put("REGLOGOUT_JAVA_OPTS", "nonsense");

    Program.Result result = image.program().run(variables, "ghcr.io");

    assertEquals(2, result.exit());
    assertEquals("reglogout: the native program has no such option: nonsense\n", result.err());
    assertEquals("", result.out());
  }

  @Test
  void theOnlyProgramToCallIsOurs() {
    assertEquals(List.of("bin", "lib"), names(image.root()));
    assertEquals(List.of("reglogout"), names(image.root().resolve("bin")));
    for (String name : names(image.root().resolve("lib"))) {
      assertTrue(name.matches("legal|reglogout|lib[a-z]+\\.so"), name);
    }
  }

  @Test
  void itRunsOnEveryGlibcThatTheJdksLibrariesRunOn() throws IOException {
    int least = 17;
    try (Stream<Path> files = Files.list(image.root().resolve("lib"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        for (String text : Files.readString(file, ISO_8859_1).split("\0")) {
          Matcher version = GLIBC.matcher(text);
          assertTrue(
              !version.matches() || Integer.parseInt(version.group(1)) <= least,
              () -> file + ": " + text);
        }
      }
    }
  }

  @Test
  void whatIsInItAndWhereItsSourceIsIsSaid() {
    String said = Machine.read(image.legal().resolve("README"));

    assertTrue(said.contains("SubstrateVM"), said);
    assertTrue(said.contains("source: https://github.com/oracle/graal, tag vm-"), said);
    assertTrue(said.contains("modules java.base "), said);
    String text = Machine.read(image.legal().resolve("java.base/LICENSE"));
    assertTrue(text.contains("\"CLASSPATH\" EXCEPTION"));
  }

  @Test
  void nothingOfTheMachineItWasBuiltOnIsInIt() throws IOException {
    String content = Files.readString(image.root().resolve("lib/reglogout"), ISO_8859_1);

    assertFalse(content.contains(Path.of("").toAbsolutePath().toString()));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
