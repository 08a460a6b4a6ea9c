package dev.reglogout.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.logout.Inventory;
import dev.reglogout.logout.Logout;
import dev.reglogout.logout.LogoutPlan;
import dev.reglogout.logout.LogoutReport;
import dev.reglogout.logout.LogoutSettings;
import dev.reglogout.registry.InvalidRegistryException;
import dev.reglogout.registry.Registry;
import dev.reglogout.store.Observer;
import dev.reglogout.store.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Secrets of their own in every store, and none of them anywhere else, whatever goes wrong. */
class SecrecyTest {
  private static final String PLANTED = "pl4nted";
  private static final List<List<String>> RUNS =
      List.of(
          List.of("list", "-v"),
          List.of("list", "-v", "https://u:pl4nted-31@ghcr.io"),
          List.of("https://u:pl4nted-32@ghcr.io"),
          List.of("--json", "u:pl4nted-33@ghcr.io", "ghcr.io"),
          List.of("--config", "https://u:pl4nted-34@nowhere/x", "ghcr.io"),
          List.of("-n", "-v", "ghcr.io", "docker.io"),
          List.of("-n", "--json", "-a"),
          List.of("--only-user", "nobody", "-v", "ghcr.io"),
          List.of("--no-revoke", "-v", "nowhere.example.com"),
          List.of("-v", "--strict", "ghcr.io", "docker.io", "a.io", "b.io"),
          List.of("--json", "quay.io/team", "c.io"),
          List.of("list", "--json", "--everywhere"),
          List.of("-a", "-y", "-v", "--everywhere"),
          List.of("-a", "-y", "--json", "--everywhere"));

  @TempDir Path directory;
  private Machine machine;
  private final Set<String> encoded = new HashSet<>();

  /** What is wrong on the machine. */
  private enum Fault {
    NONE,
    HELPER_FAILS_AND_REPEATS_ITS_INPUT,
    HELPER_CANNOT_LIST,
    HELPER_HANGS,
    HELPER_IS_MISSING,
    FILE_IS_MALFORMED,
    FILE_IS_A_DIRECTORY,
    AUTHS_IS_A_LIST
  }

  private String auth(String text) {
    String auth = Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    encoded.add(auth);
    return auth;
  }

  private void setUp(Path root, Fault fault) throws IOException {
    machine = new Machine(root).keeper("kept");
    String auths =
        """
        "ghcr.io": {"auth": "%s"}, "https://u:pl4nted-1@a.io": {"auth": "%s"},
        "u:pl4nted-2@b.io": {}, "c.io": {"identitytoken": "pl4nted-3", "registrytoken": "pl4nted-4"},
        "d.io": {"username": "u", "password": "pl4nted-5"}, "e.io": "pl4nted-6", "f.io": ["pl4nted-7"],
        "https://index.docker.io/v1/refresh-token": {"auth": "%s"}"""
            .formatted(auth("u:pl4nted-8"), auth("u:pl4nted-9"), auth("u:v1.pl4nted-10..client"));
    String config =
        "{\"auths\": {%s}, \"credHelpers\": {\"https://u:pl4nted-11@g.io\": \"recorder\"}, \"credsStore\": \"%s\"}"
            .formatted(auths, fault == Fault.HELPER_IS_MISSING ? "nowhere" : "recorder");
    switch (fault) {
      case FILE_IS_MALFORMED -> config = config.replace("\"d.io\": {", "\"d.io\": {{");
      case AUTHS_IS_A_LIST ->
          config = "{\"auths\": [{" + auths + "}], \"credsStore\": \"recorder\"}";
      default -> {
        // as it is
      }
    }
    if (fault == Fault.FILE_IS_A_DIRECTORY) {
      Files.createDirectories(machine.config());
    } else {
      machine.config(config);
    }
    record(fault);
    for (String key : List.of("ghcr.io", "https://u:pl4nted-12@a.io", "h.io")) {
      machine.write(entry(key), "ci\npl4nted-13\n");
    }
    machine.write(entry("https://index.docker.io/v1/"), "ci\npl4nted-14\n");
    machine.write(entry("https://index.docker.io/v1/refresh-token"), "ci\nv1.pl4nted-15..client\n");
    machine.write(
        machine.home().resolve(".config/containers/auth.json"),
        "{\"auths\": {\"quay.io/team\": {\"auth\": \"%s\"}, \"ghcr.io\": {\"auth\": \"%1$s\"}}}"
            .formatted(auth("u:pl4nted-16")));
    machine.write(
        machine.home().resolve(".config/helm/registry/config.json"),
        "{\"auths\": {\"ghcr.io\": {\"auth\": \"%s\"}}}".formatted(auth("u:pl4nted-17")));
    machine.variable(
        "DOCKER_AUTH_CONFIG",
        "{\"auths\": {\"ghcr.io\": {\"auth\": \"%s\"}, \"https://u:pl4nted-18@a.io\": {}}}"
            .formatted(auth("u:pl4nted-19")));
  }

  private Path entry(String key) {
    return machine
        .bin()
        .getParent()
        .resolve("entries-of-kept")
        .resolve(HexFormat.of().formatHex(key.getBytes(UTF_8)));
  }

  /**
   * Installs a helper that writes down how it was started, and goes on as one that keeps entries.
   */
  private void record(Fault fault) {
    String fails =
        switch (fault) {
          case HELPER_FAILS_AND_REPEATS_ITS_INPUT ->
              "[ \"$1\" = list ] || { echo \"cannot do https://u:pl4nted-20@x: $(cat)\"; exit 1; }\n";
          case HELPER_CANNOT_LIST ->
              "[ \"$1\" != list ] || { echo 'list is unimplemented'; exit 1; }\n";
          case HELPER_HANGS -> "[ \"$1\" = list ] || sleep 60\n";
          default -> "";
        };
    // the variable is the user's own, and passed on as it is
    machine.script(
        "recorder",
        "{ printf '%s\\n' \"$0\" \"$@\"; env | grep -v '^DOCKER_AUTH_CONFIG='; } >>'"
            + recorded()
            + "'\n"
            + fails
            + "exec '"
            + machine.bin()
            + "/docker-credential-kept' \"$@\"");
  }

  private Path recorded() {
    return machine.bin().getParent().resolve("recorded");
  }

  @ParameterizedTest
  @EnumSource
  void noSecretLeavesItsStore(Fault fault) throws IOException {
    int i = 0;
    boolean all = fault == Fault.NONE || fault == Fault.HELPER_FAILS_AND_REPEATS_ITS_INPUT;
    for (List<String> run : all ? RUNS : RUNS.subList(RUNS.size() - 4, RUNS.size())) {
      setUp(directory.resolve("run" + i++), fault);
      List<String> arguments = new ArrayList<>(run);
      if (fault == Fault.HELPER_HANGS) {
        arguments.addAll(run.get(0).equals("list") ? 1 : 0, List.of("--timeout", "0.2"));
      }
      List<Path> before = files();

      Machine.Result result = machine.run(arguments.toArray(String[]::new));

      String of = fault + " " + run;
      check(of + " stdout", result.out());
      check(of + " stderr", result.err());
      check(
          of + " what the helper was given",
          Files.exists(recorded()) ? Machine.read(recorded()) : "");
      assertEquals(before, files(), of);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(machine.home())) {
      return files.sorted().toList();
    }
  }

  private void check(String where, String text) {
    assertFalse(text.contains(PLANTED), () -> where + ": " + text);
    encoded.forEach(auth -> assertFalse(text.contains(auth), () -> where + ": " + text));
  }

  @ParameterizedTest
  @EnumSource
  void noSecretIsInAnythingTheLibraryReturns(Fault fault) throws IOException {
    setUp(directory, fault);
    List<String> told = new ArrayList<>();
    Observer observer =
        (program, verb, key) -> {
          told.add(program + verb + key);
          return () -> {};
        };
    LogoutSettings settings =
        new LogoutSettings(
            List.of(), true, null, Duration.ofMillis(1500), true, null, observer, new StopSignal());
    Registry[] registries = {
      Registry.parse("ghcr.io"), Registry.parse("a.io"), Registry.dockerHub()
    };

    Logout logout = Logout.in(machine.environment(), settings);
    Inventory inventory = logout.inventory(List.of());
    LogoutPlan plan = logout.plan(registries);
    LogoutReport report = logout.execute(plan);

    assertTrue(report.registries().size() >= 3);
    Stream.of(inventory, plan, report, told)
        .map(Object::toString)
        .forEach(t -> check(fault.name(), t));
    inventory.credentials().forEach(c -> check(fault.name(), c + " " + c.key()));
    report.remaining().forEach(r -> check(fault.name(), r.toString()));
  }

  @Test
  void noSecretIsInAnExceptionOrWhatCausedIt() {
    for (String server :
        List.of("https://u:pl4nted-1@ghcr.io", "u:pl4nted-2@", "u:pl4nted-3@ghcr.io:99999")) {
      try {
        Registry.parse(server);
      } catch (InvalidRegistryException e) {
        for (Throwable thrown = e; thrown != null; thrown = thrown.getCause()) {
          check(server, thrown.toString());
        }
      }
    }
  }
}
