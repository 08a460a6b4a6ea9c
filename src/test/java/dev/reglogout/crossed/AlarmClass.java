package dev.reglogout.crossed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A class of cells where exit 1 is right although nothing is left.
 *
 * @param cells matches a cell's whole name
 */
record AlarmClass(Pattern cells) {

  /** Reads lines of patterns; a line of comment above each says why. */
  static List<AlarmClass> read(Path file) throws IOException {
    List<AlarmClass> classes = new ArrayList<>();
    boolean argued = false;
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank()) {
        argued = false;
      } else if (line.startsWith("#")) {
        argued = true;
      } else if (argued) {
        classes.add(new AlarmClass(Pattern.compile(line)));
      } else {
        throw new IllegalStateException("no reason above: " + line);
      }
    }
    return classes;
  }

  boolean matches(Cell cell) {
    return cells.matcher(cell.toString()).matches();
  }
}
