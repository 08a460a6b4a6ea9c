package dev.reglogout.logout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import dev.reglogout.config.EntryStore;
import dev.reglogout.config.LoginDocument;
import dev.reglogout.registry.Registry;
import dev.reglogout.registry.Request;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Environment.Os;
import dev.reglogout.store.StopSignal;
import dev.reglogout.store.StoreException;
import dev.reglogout.survey.FileSurvey;
import dev.reglogout.survey.RequestKeys;
import dev.reglogout.survey.Survey;
import dev.reglogout.survey.Surveys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside a program that does not lock, and writes what it read before back to the file. */
class FileRunTest {
  private static final Registry GHCR = Registry.parse("ghcr.io");
  private static final String SECRET = "{\"auth\": \"dTpw\"}";
  private static final String STALE = "{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}}";
  private static final String CLEAN = "{\"auths\": {}}";

  @TempDir Path directory;
  private final StopSignal stop = new StopSignal();
  private Machine machine;
  private String onlyUser;
  private boolean everything;
  private List<Step> results;
  private List<String> warnings;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory).config(STALE);
  }

  @ParameterizedTest(name = "written back {0} times: {1} after {2} writes")
  @CsvSource({"0, erased true, 1", "1, erased true, 2", "2, remains true, 2", "9, remains true, 2"})
  void whatANeighbourWritesBackIsCutAgainAndRemainsIfItIsBackOnceMore(
      int times, String expected, int writes) {
    Neighbour neighbour = run(new Neighbour(times, STALE), "ghcr.io");

    assertEquals(List.of(expected + " ghcr.io"), shown());
    assertEquals(writes, neighbour.writes);
    assertEquals(expected.startsWith("erased") ? CLEAN : STALE, machine.configText());
  }

  @ParameterizedTest(name = "{0} comes in after the cut: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // found late, and a result all the same
        "\"https://ghcr.io\": {\"auth\": \"dTpw\"} | erased true ghcr.io, erased true"
            + " https://ghcr.io",
        "\"https://ghcr.io\": {} | erased true ghcr.io, erased true https://ghcr.io",
        "\"a.io\": {\"auth\": \"dTpw\"} | erased true ghcr.io",
        "\"ghcr.io\": {\"auth\": \"bjpu\"} | erased true ghcr.io",
        "\"ghcr.io\": {} | erased true ghcr.io, erased true ghcr.io",
      })
  void whatIsFoundOnTheLastLookIsCutToo(String member, String expected) {
    run(new Neighbour(1, "{\"auths\": {" + member + "}}"), "ghcr.io");

    assertEquals(expected, String.join(", ", shown()));
    boolean another = member.startsWith("\"a.io\"");
    assertEquals(another ? "{\"auths\": {" + member + "}}" : CLEAN, machine.configText());
  }

  @Test
  void whatIsFoundOfARegistryThatWasAbsentIsNoAbsenceAnyMore() {
    String both = "{\"auths\": {\"a.io\": %1$s, \"ghcr.io\": %1$s}}".formatted(SECRET);

    run(new Neighbour(1, both), "ghcr.io", "a.io");

    assertEquals(List.of("erased true ghcr.io", "erased true a.io"), shown());
    assertEquals(CLEAN, machine.configText());
  }

  @Test
  void whatIsFoundOfARegistryThatWasAbsentAndCannotBeCutHasFailed() {
    String both = "{\"auths\": {\"a.io\": %1$s}}".formatted(SECRET);
    Neighbour neighbour = new Neighbour(1, both);
    neighbour.cutsAllowed = 1;

    run(neighbour, "ghcr.io", "a.io");

    assertEquals(List.of("erased true ghcr.io", "failed false a.io"), shown());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"auths\": {",
        "{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}} text",
        "{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}, \"x\": \"\\ud800\"} {}",
        "[]"
      })
  void aFileThatChangedAndCannotBeReadAgainHasFailedForEveryRegistry(String text) {
    run(new Neighbour(1, text), "ghcr.io", "a.io");

    assertEquals(List.of("failed false ghcr.io", "failed false a.io"), shown());
    assertTrue(results.get(0).outcome().cause().startsWith("it changed meanwhile"));
  }

  @ParameterizedTest(name = "held: {0}")
  @ValueSource(booleans = {false, true})
  void aPlaceholderOfWhatAHelperMayStillHoldStays(boolean held) {
    machine.config("{\"auths\": {\"ghcr.io\": {}, \"https://ghcr.io\": " + SECRET + "}}");

    run(new Neighbour(0, ""), Set.of(GHCR), held ? Set.of(GHCR) : Set.of(), "ghcr.io");

    String first = held ? "kept null ghcr.io" : "erased true ghcr.io";
    assertEquals(List.of(first, "erased true https://ghcr.io"), shown());
  }

  @Test
  void aFileIsWrittenAtMostTwice() {
    machine.config(
        "{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}, \"https://ghcr.io\": {},"
            + " \"http://ghcr.io\": {\"auth\": \"dTpw\"}, \"ghcr.io/v2/\": {}}}");

    Neighbour neighbour = run(new Neighbour(0, ""), Set.of(GHCR), Set.of(), "ghcr.io");

    assertEquals(2, neighbour.writes);
    assertEquals(CLEAN, machine.configText());
    assertTrue(
        shown().stream().allMatch(line -> line.startsWith("erased true")), shown().toString());
  }

  @Test
  void withNothingThatHasToWaitAFileIsWrittenOnce() {
    machine.config("{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}, \"https://ghcr.io\": {}}}");

    assertEquals(1, run(new Neighbour(0, ""), "ghcr.io").writes);
  }

  @Test
  void onceWorkIsToStopNothingIsCut() {
    stop.request(0);

    Neighbour neighbour = run(new Neighbour(0, ""), "ghcr.io");

    assertEquals("interrupted", results.get(0).outcome().reason());
    assertEquals(STALE, machine.configText());
    assertEquals(0, neighbour.writes);
  }

  @Test
  void anEntryThatAnotherProgramTookFirstIsAbsent() {
    Neighbour neighbour = new Neighbour(0, "");
    neighbour.before = CLEAN;

    run(neighbour, "ghcr.io");

    assertEquals(List.of("absent true ghcr.io"), shown());
  }

  @Test
  void eachOfSeveralEntriesOfOneKeyIsJudgedByItself() {
    onlyUser = "ann";
    machine.config(
        "{\"auths\": {\"ghcr.io\": {\"auth\": \"Ym9iOnB3\"}, \"ghcr.io\": {\"auth\":"
            + " \"YW5uOnB3\"}}}");

    run(new Neighbour(0, ""), "ghcr.io");

    assertEquals(List.of("kept null ghcr.io", "erased true ghcr.io"), shown());
    assertEquals("{\"auths\": {\"ghcr.io\": {\"auth\": \"Ym9iOnB3\"}}}", machine.configText());
  }

  @Test
  void ofTwoEntriesWithOneKeyTheSecretIsErasedAndThePlaceholderKept() {
    machine.config("{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}, \"ghcr.io\": {}}}");

    run(new Neighbour(0, ""), Set.of(GHCR), Set.of(GHCR), "ghcr.io");

    assertEquals(List.of("erased true ghcr.io", "kept null ghcr.io"), shown());
    assertEquals("{\"auths\": {\"ghcr.io\": {}}}", machine.configText());
  }

  @Test
  void anotherUsersEntryThatComesInLateIsKept() {
    onlyUser = "u";

    run(new Neighbour(1, "{\"auths\": {\"ghcr.io\": {\"auth\": \"Ym9iOnB3\"}}}"), "ghcr.io");

    assertEquals(List.of("erased true ghcr.io", "kept null ghcr.io"), shown());
  }

  @Test
  void whereEverythingIsMeantWhatComesInOfAnotherRegistryIsSaidAndLeft() {
    everything = true;
    String both = "{\"auths\": {\"a.io\": %1$s, \"b.io\": %1$s}}".formatted(SECRET);

    run(new Neighbour(1, both), "ghcr.io");

    assertEquals(List.of("erased true ghcr.io"), shown());
    assertEquals(both, machine.configText());
    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0).startsWith("2 entries came to "), warnings.get(0));
  }

  @Test
  void whereSomeAreMeantAnotherRegistryIsNoneOfOurBusiness() {
    run(new Neighbour(1, "{\"auths\": {\"a.io\": " + SECRET + "}}"), "ghcr.io");

    assertEquals(List.of(), warnings);
  }

  @Test
  void aHelperThatWritesTheSecretBackDoesNotSaveIt() {
    machine
        .config("{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}, \"credsStore\": \"x\"}")
        .script("x", helper("stale"))
        .write(machine.home().resolve("stale"), machine.configText());

    Logout logout = Logout.in(machine.environment());
    LogoutReport report = logout.execute(logout.plan(GHCR));

    assertTrue(report.loggedOut());
    assertEquals("{\"auths\": {}, \"credsStore\": \"x\"}", machine.configText());
    assertEquals("erased ghcr.io in config.json", Told.steps(report.registries()).get(0));
    assertEquals(true, report.registries().get(0).steps().get(0).outcome().verified());
  }

  @Test
  void whatANeighbourChangedElsewhereInTheFileIsKept() {
    machine
        .config("{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}, \"credsStore\": \"x\"}")
        .script("x", helper("new"))
        .write(
            machine.home().resolve("new"),
            "{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}, \"new.io\": {\"auth\": \"bjpu\"}}}");

    Logout logout = Logout.in(machine.environment());
    logout.execute(logout.plan(GHCR));

    assertEquals("{\"auths\": {\"new.io\": {\"auth\": \"bjpu\"}}}", machine.configText());
  }

  /** A helper that lists ghcr.io once, and writes a file over the config when it erases. */
  private static String helper(String file) {
    return "case $1 in erase) cp \"$HOME/%1$s\" \"$HOME/.docker/config.json\"; : >\"$HOME/gone\" ;;"
            .formatted(file)
        + " list) [ -e \"$HOME/gone\" ] && echo '{}' || echo '{\"ghcr.io\":\"u\"}' ;; esac";
  }

  private Neighbour run(Neighbour neighbour, String... servers) {
    return run(neighbour, Set.of(), Set.of(), servers);
  }

  /** Plans, cuts and looks again. */
  private Neighbour run(
      Neighbour neighbour, Set<Registry> helperBacked, Set<Registry> held, String... servers) {
    Survey survey = Surveys.of(machine, List.of(), onlyUser != null, servers);
    FileSurvey file = survey.files().get(0);
    List<RequestKeys> keys = new ArrayList<>();
    for (Request request : Surveys.requests(servers)) {
      keys.add(new RequestKeys(request, survey));
    }
    Requested requested = new Requested(keys, everything);
    Selection selection = new Selection(onlyUser);
    LogoutPlan plan =
        new LogoutPlanner(survey, requested, selection, new PlanWarnings(), Os.LINUX)
            .plan(List.of());
    List<Step> steps = plan.steps().stream().filter(Step::isInline).toList();
    neighbour.file = file.store();
    FileRun run =
        new FileRun(file, neighbour, steps, requested, selection, stop, helperBacked, false);
    run.erase();
    run.lookAgain(held);
    results = run.results();
    warnings = run.warnings().stream().map(warning -> warning.text()).toList();
    assertFalse(results.isEmpty());
    return neighbour;
  }

  private List<String> shown() {
    return results.stream()
        .map(
            step ->
                "%s %s %s"
                    .formatted(
                        step.outcome().verdict().id(),
                        step.outcome().verified(),
                        step.entry().key().text()))
        .toList();
  }

  /** A file, and a program that writes its stale copy over it after a cut, some times. */
  private final class Neighbour implements EntryStore {
    private final String stale;
    private EntryStore file;
    private String before; // what it writes before the first cut, or null
    private int times;
    private int writes;
    private int cutsAllowed = Integer.MAX_VALUE;

    Neighbour(int times, String stale) {
      this.times = times;
      this.stale = stale;
    }

    @Override
    public LoginDocument read() throws StoreException {
      return file.read();
    }

    @Override
    public List<Entry> cut(Collection<Entry> entries) throws StoreException {
      if (writes >= cutsAllowed) {
        throw new StoreException("permission-denied", "it cannot be written", "look");
      }
      if (before != null) {
        machine.config(before);
      }
      List<Entry> cut = file.cut(entries);
      writes++;
      if (times-- > 0) {
        machine.config(stale);
      }
      return cut;
    }
  }
}
