package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of red rows names tests that exist, each once. */
class RedRowsTest {
  private static final Path LIST = Path.of("src/test/resources/truth/red-rows.txt");

  @Test
  void everyLineNamesATestThatExists() throws IOException {
    String sources;
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      sources =
          files
              .filter(file -> file.toString().endsWith("Test.java"))
              .map(Machine::read)
              .filter(text -> text.contains("RedRows.class") || text.contains("extends TruthRows"))
              .collect(Collectors.joining());
    }

    List<String> unknown =
        Files.readAllLines(LIST).stream()
            .filter(line -> !sources.contains("void " + line.split(":", 2)[0] + "("))
            .toList();

    assertEquals(List.of(), unknown);
  }

  @Test
  void noLineStandsThereTwice() throws IOException {
    List<String> lines = Files.readAllLines(LIST);

    assertEquals(lines.stream().distinct().toList(), lines);
  }
}
