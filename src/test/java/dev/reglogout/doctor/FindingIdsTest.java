package dev.reglogout.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.helper.KnownMessages;
import dev.reglogout.helper.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever is told an id can have it explained. */
class FindingIdsTest {
  private static final Pattern ID =
      Pattern.compile("[fF]inding[s]?\\.(?:problem|warning)\\(\\s*\"([a-z0-9-]+)\"");

  @Test
  void everyIdThatTheDoctorTellsIsInTheMessageTable() throws IOException {
    Set<String> told = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/reglogout/doctor"))) {
      for (Path file : files.toList()) {
        Matcher id = ID.matcher(Files.readString(file));
        while (id.find()) {
          told.add(id.group(1));
        }
      }
    }
    Set<String> known = KnownMessages.all().stream().map(Message::id).collect(Collectors.toSet());

    assertTrue(told.size() > 15, told.toString());
    told.removeAll(known);
    assertEquals(Set.of(), told);
  }
}
