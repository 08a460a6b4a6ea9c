package dev.reglogout.logout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import dev.reglogout.config.DockerFormat;
import dev.reglogout.config.InlineStore;
import dev.reglogout.config.LoginFile;
import dev.reglogout.config.Origin;
import dev.reglogout.config.Tool;
import dev.reglogout.logout.Step.Seen;
import dev.reglogout.registry.Registry;
import dev.reglogout.store.CredentialStore;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StopSignal;
import dev.reglogout.store.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Beside a program that does not lock, and writes what it read before back to the file. */
class FileWorkTest {
  private static final UserFilter EVERYBODY = new UserFilter(null);

  private static final Registry GHCR = Registry.parse("ghcr.io");
  private static final String STALE = "{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}}";
  private static final String CLEAN = "{\"auths\": {}}";

  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory).config(STALE);
  }

  @ParameterizedTest(name = "written back {0} times: {1} after {2} writes")
  @CsvSource({"0, erased true, 1", "1, erased true, 2", "2, remains true, 2", "9, remains true, 2"})
  void whatANeighbourWritesBackIsCutAgainAndRemainsIfItIsBackOnceMore(
      int times, String expected, int writes) {
    Neighbour neighbour = new Neighbour(times);

    List<Step> steps = work(neighbour);

    assertEquals(List.of(expected), outcomes(steps));
    assertEquals(writes, neighbour.erases);
    assertEquals(expected.startsWith("erased") ? CLEAN : STALE, machine.configText());
  }

  @Test
  void aSecretThatANeighbourAddsUnderAnotherKeyIsCutToo() {
    Neighbour neighbour = new Neighbour(1);
    neighbour.stale = "{\"auths\": {\"https://ghcr.io\": {\"auth\": \"dTpw\"}}}";

    List<Step> steps = work(neighbour);

    assertEquals(
        List.of("erased ghcr.io in config.json", "erased https://ghcr.io in config.json"),
        steps.stream().map(Told::step).toList());
    assertEquals(CLEAN, machine.configText());
  }

  @Test
  void whatWasCutIsNotVerifiedWhereTheFileCannotBeReadAgain() {
    Neighbour neighbour = new Neighbour(1);
    neighbour.stale = "{\"auths\": {";

    List<Step> steps = work(neighbour);

    assertEquals(List.of("erased false"), outcomes(steps));
  }

  @Test
  void aHelperThatWritesTheSecretBackDoesNotSaveIt() {
    machine
        .config("{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}, \"credsStore\": \"x\"}")
        .script("x", "[ $1 = erase ] && cp \"$HOME/stale\" \"$HOME/.docker/config.json\"; echo {}")
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
        .script("x", "[ $1 = erase ] && cp \"$HOME/new\" \"$HOME/.docker/config.json\"; echo {}")
        .write(
            machine.home().resolve("new"),
            "{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}, \"new.io\": {\"auth\": \"bjpu\"}}}");

    Logout logout = Logout.in(machine.environment());
    logout.execute(logout.plan(GHCR));

    assertEquals("{\"auths\": {\"new.io\": {\"auth\": \"bjpu\"}}}", machine.configText());
  }

  @Test
  void onceWorkIsToStopNothingIsCut() {
    StopSignal stop = new StopSignal();
    stop.request(0);
    Neighbour neighbour = new Neighbour(0);
    FileWork work = new FileWork(neighbour, List.of(step(neighbour)), EVERYBODY, stop);

    work.cutSecrets(Set.of());
    work.cutRestAndLookAgain(new Requested(List.of(GHCR)), Set.of());

    List<Step> steps = work.results(new Requested(List.of(GHCR)));
    assertEquals("interrupted", steps.get(0).outcome().reason());
    assertEquals(STALE, machine.configText());
    assertEquals(0, neighbour.erases);
  }

  @Test
  void aFileIsWrittenAtMostTwice() {
    machine.config(
        "{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}, \"https://ghcr.io\": {},"
            + " \"http://ghcr.io\": {\"auth\": \"dTpw\"}, \"ghcr.io/v2/\": {}}}");
    Neighbour file = new Neighbour(0);
    List<Step> planned =
        entries(file).stream()
            .map(entry -> new Step(GHCR, file, entry, Seen.LISTED, Outcome.planned()))
            .toList();
    FileWork work = new FileWork(file, planned, EVERYBODY, new StopSignal());

    work.cutSecrets(Set.of(GHCR));
    work.cutRestAndLookAgain(new Requested(List.of(GHCR)), Set.of());

    assertEquals(2, file.erases);
    assertEquals(CLEAN, machine.configText());
    assertFalse(outcomes(work.results(new Requested(List.of(GHCR)))).contains("failed false"));
  }

  private List<Step> work(Neighbour neighbour) {
    FileWork work = new FileWork(neighbour, List.of(step(neighbour)), EVERYBODY, new StopSignal());
    work.cutSecrets(Set.of());
    work.cutRestAndLookAgain(new Requested(List.of(GHCR)), Set.of());
    return work.results(new Requested(List.of(GHCR)));
  }

  private static Step step(CredentialStore store) {
    return new Step(GHCR, store, entries(store).get(0), Seen.LISTED, Outcome.planned());
  }

  private static List<Entry> entries(CredentialStore store) {
    try {
      return store.list();
    } catch (StoreException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> outcomes(List<Step> steps) {
    return steps.stream()
        .map(step -> step.outcome().verdict().id() + " " + step.outcome().verified())
        .toList();
  }

  /** The file, and a program that writes its stale copy back after a cut, some times. */
  private final class Neighbour implements CredentialStore {
    private final InlineStore file =
        new InlineStore(
            new LoginFile(machine.config(), Tool.DOCKER, Origin.DEFAULT, DockerFormat.INSTANCE),
            false,
            new StopSignal());
    private String stale = STALE;
    private int times;
    private int erases;

    Neighbour(int times) {
      this.times = times;
    }

    @Override
    public String name() {
      return file.name();
    }

    @Override
    public Kind kind() {
      return file.kind();
    }

    @Override
    public List<Entry> list() throws StoreException {
      return file.list();
    }

    @Override
    public List<Outcome> erase(List<Entry> entries) {
      erases++;
      List<Outcome> outcomes = file.erase(entries);
      if (times-- > 0) {
        machine.config(stale);
      }
      return outcomes;
    }
  }
}
