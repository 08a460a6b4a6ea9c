package dev.reglogout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Constants of a native program are those of the machine it was built on. */
class NativeConstantsTest {
  private static final Pattern CONSTANT =
      Pattern.compile("(?m)^  (?:private |protected |public )?static [^(){};]*=([^;]*);");
  private static final Pattern OF_THE_MACHINE =
      Pattern.compile(
          "System\\.|ofProcess|getDefault\\(|systemDefault|defaultCharset|Random|UUID|ProcessHandle"
              + "|Runtime\\.|Instant\\.now|Files\\.|toAbsolutePath|toRealPath|Thread\\.|Executors");

  @Test
  void noneHoldsAnythingOfTheMachine() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      List<String> found =
          sources
              .filter(file -> file.toString().endsWith(".java"))
              .flatMap(NativeConstantsTest::ofTheMachine)
              .toList();

      assertEquals(List.of(), found);
    }
  }

  @Test
  void oneThatDoesIsFound() {
    String source = "  private static final String HOME =\n      System.getenv(\"HOME\");\n";

    Matcher constant = CONSTANT.matcher(source);

    assertEquals(true, constant.find() && OF_THE_MACHINE.matcher(constant.group(1)).find());
  }

  private static Stream<String> ofTheMachine(Path file) {
    try {
      return CONSTANT
          .matcher(Files.readString(file))
          .results()
          .filter(constant -> OF_THE_MACHINE.matcher(constant.group(1)).find())
          .map(constant -> file.getFileName() + ": " + constant.group().strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
