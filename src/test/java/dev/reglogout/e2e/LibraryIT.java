package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A module that uses the library: the examples of its documentation, compiled and run. */
@Tag("library")
class LibraryIT extends EndToEnd {
  private static final String LOGIN =
      """
      {"auths": {"ghcr.io": {"auth": "dTpw"}, "quay.io": {"auth": "dTpw"}}, "credsStore": "x"}""";
  private static final String ENDED = "the consumer has ended\n";

  private final String javadoc =
      Machine.read(Path.of("src/main/java/dev/reglogout/logout/Logout.java"));
  private final String guide = Machine.read(Path.of("docs/library.md"));

  private Path source;
  private Path classes;

  @BeforeEach
  void setUpTheConsumer() throws IOException {
    source = Files.createDirectories(directory.resolve("consumer/src"));
    classes = Files.createDirectories(directory.resolve("consumer/classes"));
    machine.config(LOGIN).helper("x", "keeper").entry("ghcr.io", "ci", "s3cret");
  }

  @Test
  void theFirstExampleLogsOutAndPrintsNothing() {
    Program.Result result = consumer(firstExample());

    assertEquals(ENDED, result.out());
    assertEquals("", result.err());
    assertEquals(0, result.exit());
    assertFalse(machine.configText().contains("ghcr.io"), machine.configText());
    assertTrue(machine.configText().contains("quay.io"), machine.configText());
    assertFalse(machine.holds("ghcr.io"));
  }

  @Test
  void whatTheFirstExampleTellsOfFailuresIsOneLineAndTheProgramGoesOn() {
    machine.config(LOGIN.replace("\"x\"", "\"nowhere\""));

    Program.Result result = consumer(firstExample());

    assertEquals(ENDED, result.out());
    assertTrue(
        result.err().startsWith("failed ghcr.io in docker-credential-nowhere: it is not installed"),
        result.err());
    assertEquals(1, result.err().lines().count(), result.err());
    assertEquals(0, result.exit());
  }

  @Test
  void theGuidesExamplesWorkAndTheFirstIsTheSame() {
    List<String> examples = blocks(guide, "```java\n(.*?)```");
    assertEquals(firstExample(), examples.get(0));

    Program.Result result = consumer(String.join("", examples.subList(1, examples.size())));

    assertEquals("docker-credential-x has answered to list\n" + ENDED, result.out());
    assertEquals("", result.err());
    assertEquals(0, result.exit());
    assertEquals(LOGIN, machine.configText());
    assertEquals(List.of("x list unused", "x list unused"), machine.calls());
  }

  @Test
  void theGuideNamesTheLibraryAsItIsPublished() {
    String pom = Machine.read(Path.of("pom.xml"));

    for (String member : List.of("groupId", "artifactId", "version")) {
      String element = "<%s>[^<]*</%s>".formatted(member, member);
      assertEquals(
          blocks(pom, "(" + element + ")").get(0), blocks(guide, "(" + element + ")").get(0));
    }
  }

  private String firstExample() {
    return blocks(javadoc, "(?m)^ \\* <pre>\\{@code\n(.*?)^ \\* }</pre>")
        .get(0)
        .replaceAll("(?m)^ \\* ", "");
  }

  /** Compiles a module of its own around some statements, and runs it as a program. */
  private Program.Result consumer(String statements) {
    machine.write(
        source.resolve("module-info.java"), "module consumer { requires dev.reglogout; }");
    machine.write(
        source.resolve("app/Consumer.java"),
        """
        package app;

        import dev.reglogout.logout.*;
        import dev.reglogout.registry.*;
        import dev.reglogout.store.*;
        import java.time.Duration;
        import java.util.List;

        class Consumer {
          public static void main(String[] arguments) {
        %s
            System.out.print("%s");
          }
        }
        """
            .formatted(statements, ENDED.replace("\n", "\\n")));
    compile();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String path = modulePath() + ":" + classes;
    return new Program(List.of(java, "-XX:TieredStopAtLevel=1", "-p", path, "-m"))
        .run(variables(), "consumer/app.Consumer");
  }

  private void compile() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintWriter writer = new PrintWriter(said);
    int exit =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                writer,
                writer,
                "-Xlint:all",
                "-Werror",
                "-p",
                modulePath(),
                "-d",
                classes.toString(),
                source.resolve("module-info.java").toString(),
                source.resolve("app/Consumer.java").toString());
    writer.flush();
    assertEquals("", said.toString());
    assertEquals(0, exit);
  }

  /** Returns the library and what it is published to depend on. */
  private static String modulePath() {
    String pom = Machine.read(Path.of("pom.xml"));
    String version = blocks(pom, "<version>([^<]*)</version>").get(0);
    Path library = Path.of("target", "reglogout-" + version + ".jar").toAbsolutePath();
    return library + ":" + Path.of("target/modules").toAbsolutePath();
  }

  private static List<String> blocks(String text, String regex) {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(text);
    while (matcher.find()) {
      blocks.add(matcher.group(1));
    }
    return blocks;
  }
}
