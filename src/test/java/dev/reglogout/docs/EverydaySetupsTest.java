package dev.reglogout.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.docs.EverydaySetups.Run;
import dev.reglogout.docs.EverydaySetups.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No false alarm on a healthy machine, and the table of the guide is what the program does. With
 * {@code -Ddocs.write=true} the table is written.
 */
class EverydaySetupsTest {
  private static final Path GUIDE = Path.of("docs/guide.md");
  private static final String BEGIN = "<!-- everyday setups: written by `make docs` -->\n\n";
  private static final String END = "\n<!-- end of everyday setups -->";

  /** The calls of docker 28's logout of one registry: an erase under each of four spellings. */
  private static final int DOCKERS_ERASES = 4;

  @TempDir Path directory;

  static Stream<Setup> setups() {
    return EverydaySetups.all().stream();
  }

  @ParameterizedTest
  @MethodSource("setups")
  void aHealthyMachineRaisesNoAlarm(Setup setup) throws IOException {
    for (Run run : runs(setup)) {
      assertEquals(0, run.exit(), run.text());
      assertFalse(run.text().contains("may remain"), run.text());
      assertFalse(run.calls().containsKey("get"), run.text());
    }
  }

  @ParameterizedTest
  @MethodSource("setups")
  void aRegistryThatNeverWasLoggedInToIsOneLine(Setup setup) throws IOException {
    Run run = EverydaySetups.neverLoggedIn(setup, directory);

    boolean asksTheHost = setup.name().equals("Dev container"); // and cannot look there: a 2nd line
    assertTrue(run.text().startsWith("Not logged in to never.example.com\n"), run.text());
    assertEquals(asksTheHost ? 2 : 1, run.text().lines().count(), run.text());
  }

  @ParameterizedTest
  @MethodSource("setups")
  void noHelperIsCalledMoreOftenThanByDockerButForItsLists(Setup setup) throws IOException {
    Run loggedIn = EverydaySetups.loggedIn(setup, directory);
    Run never = EverydaySetups.neverLoggedIn(setup, directory);

    assertTrue(loggedIn.calls().getOrDefault("erase", 0) <= DOCKERS_ERASES, loggedIn.toString());
    assertTrue(loggedIn.calls().getOrDefault("list", 0) <= 2, loggedIn.toString());
    assertTrue(never.calls().getOrDefault("erase", 0) <= DOCKERS_ERASES, never.toString());
    assertTrue(never.calls().getOrDefault("list", 0) <= 1, never.toString());
  }

  @Test
  void theTableOfTheGuideIsWhatTheProgramDoes() throws IOException {
    String page = Files.readString(GUIDE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    assertTrue(begin >= BEGIN.length() && end >= begin, "the guide has a place for the table");
    String table = EverydaySetups.table(directory);
    if (Boolean.getBoolean("docs.write")) {
      page = page.substring(0, begin) + table + page.substring(end);
      Files.writeString(GUIDE, page);
      end = page.indexOf(END);
    }

    assertEquals(table, page.substring(begin, end), "stale: run `make docs`");
  }

  private List<Run> runs(Setup setup) throws IOException {
    return List.of(
        EverydaySetups.loggedIn(setup, directory),
        EverydaySetups.neverLoggedIn(setup, directory),
        EverydaySetups.everything(setup, directory));
  }
}
