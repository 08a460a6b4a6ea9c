package dev.reglogout.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who is sent somewhere by the architecture page finds it there. */
class ArchitecturePageTest {
  private static final Path PAGE = Path.of("docs/architecture.md");

  /** A class named as code, perhaps with a method. */
  private static final Pattern CLASS = Pattern.compile("`([A-Z][A-Za-z]+[a-z])(?:\\.[a-z]\\w*)?`");

  /** Those of others. */
  private static final Set<String> FOREIGN = Set.of("String", "Gson");

  @Test
  void everyClassItNamesIsInTheTree() throws IOException {
    Set<String> classes;
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      classes =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".java"))
              .map(name -> name.replace(".java", ""))
              .collect(Collectors.toSet());
    }
    List<String> missing = new ArrayList<>();
    int named = 0;
    Matcher matcher = CLASS.matcher(Files.readString(PAGE));
    while (matcher.find()) {
      named++;
      if (!classes.contains(matcher.group(1)) && !FOREIGN.contains(matcher.group(1))) {
        missing.add(matcher.group(1));
      }
    }

    assertEquals(List.of(), missing);
    assertTrue(named > 100, "classes named: " + named);
  }

  @Test
  void whatOneMayWantToChangeStandsThereOnce() throws IOException {
    Set<String> seen = new HashSet<>();
    List<String> twice =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| ") && !line.startsWith("|---"))
            .map(line -> line.split("\\|")[1].strip())
            .filter(what -> !seen.add(what))
            .toList();

    assertEquals(List.of(), twice);
  }
}
