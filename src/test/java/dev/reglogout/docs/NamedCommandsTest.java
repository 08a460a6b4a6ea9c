package dev.reglogout.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A call of the program that a page names in passing is one that it understands. */
class NamedCommandsTest {
  /** Calls in full, without an ellipsis, a variable or a pipe. */
  private static final Pattern CALL = Pattern.compile("`(reglogout(?: [^`$…|\"]+)?)`");

  private static final int WRONG_USAGE = 2;

  @TempDir Path directory;

  @Test
  void everyCallThatAPageNamesIsUnderstood() throws IOException {
    Map<String, String> wrong = new TreeMap<>();
    List<String> tried = new ArrayList<>();
    for (Page page : Page.all()) {
      Matcher call = CALL.matcher(Files.readString(page.path()));
      while (call.find()) {
        tried.add(call.group(1));
        List<String> words = new ArrayList<>(List.of(call.group(1).split(" ")));
        words.remove(0);
        Machine machine = new Machine(directory).config("{}").typed("some text");
        Machine.Result result = machine.run(words.toArray(String[]::new));
        if (result.exit() == WRONG_USAGE) {
          wrong.put(page.path() + ": " + call.group(), result.err());
        }
      }
    }

    assertEquals(Map.of(), wrong);
    assertTrue(tried.size() > 15, tried.toString());
  }
}
