package dev.reglogout.docs;

import dev.reglogout.cli.Machine;
import dev.reglogout.store.Environment.Os;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The setups that most people have, and what three logouts come to on each; written into {@code
 * docs/guide.md}.
 */
final class EverydaySetups {
  private static final String NEVER = "never.example.com";
  private static final String GHCR = "ghcr.io";
  private static final String ECR = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";
  private static final String SECRET = "{\"auth\": \"Y2k6czNjcmV0\"}";
  private static final String LOGIN = "{\"auths\": {\"ghcr.io\": %s}}".formatted(SECRET);

  /**
   * A setup with a login in it.
   *
   * @param name in the page
   * @param registry the one that is logged in to
   * @param options that belong to every logout on it
   */
  record Setup(String name, String registry, Consumer<Machine> machine, String... options) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** What a logout came to: its exit code, its lines, and the calls of helpers by their verb. */
  record Run(int exit, String text, Map<String, Integer> calls) {

    /** Returns the cell of the table. */
    String cell() {
      List<String> told = new ArrayList<>();
      calls.forEach((verb, times) -> told.add(times == 1 ? verb : times + " × " + verb));
      long lines = text.lines().count();
      return "%d; %d %s; %s"
          .formatted(
              exit,
              lines,
              lines == 1 ? "line" : "lines",
              told.isEmpty() ? "none" : String.join(", ", told));
    }
  }

  private EverydaySetups() {}

  static List<Setup> all() {
    return List.of(
        new Setup("Docker Desktop on a Mac", GHCR, m -> desktop(m, Os.MACOS, "desktop")),
        new Setup("Docker Desktop on Windows", GHCR, m -> desktop(m, Os.WINDOWS, "desktop.exe")),
        new Setup("Docker Desktop on Linux", GHCR, m -> desktop(m, Os.LINUX, "desktop")),
        new Setup("Docker Desktop in WSL", GHCR, m -> desktop(m, Os.LINUX, "desktop.exe")),
        new Setup("No helper: plain text", GHCR, m -> m.config(LOGIN)),
        new Setup("pass", GHCR, EverydaySetups::pass),
        new Setup("GNOME Keyring or KWallet", GHCR, EverydaySetups::keyring),
        new Setup("Headless: the helpers' package, no bus", GHCR, EverydaySetups::headless),
        new Setup(
            "CI runner with `DOCKER_AUTH_CONFIG`",
            GHCR,
            m -> m.variable("DOCKER_AUTH_CONFIG", LOGIN)),
        new Setup("Amazon ECR", ECR, EverydaySetups::ecr),
        new Setup(
            "Google Cloud",
            "gcr.io",
            m ->
                m.config("{\"credHelpers\": {\"gcr.io\": \"gcloud\"}}").helper("gcloud", "keeper")),
        new Setup("podman, rootless", GHCR, EverydaySetups::podman, "--everywhere"),
        new Setup(
            "Dev container",
            GHCR,
            m -> m.config(store("dev-containers-1")).keeper("dev-containers-1", GHCR)));
  }

  /** Runs a logout on a setup of its own, below an empty directory. */
  static Run run(Setup setup, Path directory, String... what) throws IOException {
    Machine machine = new Machine(Files.createTempDirectory(directory, "setup"));
    setup.machine().accept(machine);
    List<String> arguments = new ArrayList<>(List.of(setup.options()));
    arguments.addAll(List.of(what));
    Machine.Result result = machine.run(arguments.toArray(String[]::new));
    Map<String, Integer> calls = new TreeMap<>();
    for (String call : machine.calls()) {
      calls.merge(call.split(" ")[1], 1, Integer::sum);
    }
    return new Run(result.exit(), result.out() + result.err(), calls);
  }

  static Run loggedIn(Setup setup, Path directory) throws IOException {
    return run(setup, directory, setup.registry());
  }

  static Run neverLoggedIn(Setup setup, Path directory) throws IOException {
    return run(setup, directory, NEVER);
  }

  static Run everything(Setup setup, Path directory) throws IOException {
    return run(setup, directory, "--all", "--yes");
  }

  /** Returns the table as it stands in the page. */
  static String table(Path directory) throws IOException {
    StringBuilder table =
        new StringBuilder(
            "| setup | a registry that is logged in to | one that never was | `--all` |\n"
                + "|---|---|---|---|\n");
    for (Setup setup : all()) {
      table.append(
          "| %s | %s | %s | %s |\n"
              .formatted(
                  setup.name(),
                  loggedIn(setup, directory).cell(),
                  neverLoggedIn(setup, directory).cell(),
                  everything(setup, directory).cell()));
    }
    return table.toString();
  }

  private static void desktop(Machine machine, Os os, String helper) {
    machine.os(os).keeper(helper, GHCR);
    machine.variable("USERPROFILE", machine.home().toString());
    String named = os == Os.WINDOWS ? "desktop" : helper;
    machine.config("{\"auths\": {\"ghcr.io\": {}}, \"credsStore\": \"%s\"}".formatted(named));
  }

  private static void pass(Machine machine) {
    machine.config("{\"auths\": {\"ghcr.io\": {}}, \"credsStore\": \"pass\"}");
    machine.keeper("pass", GHCR);
    machine.write(machine.home().resolve(".password-store/.gpg-id"), "A1B2C3D4\n");
  }

  private static void keyring(Machine machine) {
    machine.config("{\"auths\": {\"ghcr.io\": {}}, \"credsStore\": \"secretservice\"}");
    machine.keeper("secretservice", GHCR);
    machine.write(machine.home().resolve("bus"), "");
    machine.variable("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + machine.home().resolve("bus"));
    Path program = machine.bin().resolve("dbus-send");
    machine.write(program, "#!/bin/sh\necho '   variant       boolean false'\n");
    if (!program.toFile().setExecutable(true)) {
      throw new IllegalStateException(program + " cannot be made executable");
    }
  }

  /** As Debian's package of helpers leaves a server: secretservice is there, and no bus. */
  private static void headless(Machine machine) {
    machine.config(LOGIN);
    machine.script(
        "secretservice",
        "printf 'secretservice %s unread\\n' \"$1\" >>\"$REGLOGOUT_FIXTURE_LOG\"\n"
            + "echo 'Cannot autolaunch D-Bus without X11 $DISPLAY'; exit 1");
  }

  private static void ecr(Machine machine) {
    machine.config("{\"credHelpers\": {\"%s\": \"ecr-login\"}}".formatted(ECR));
    machine.helper("ecr-login", "keeper");
    machine.write(
        machine.home().resolve(".ecr/cache.json"),
        "{\"Registries\": {\"x\": {\"AuthorizationToken\": \"QVdTOnM=\", \"ProxyEndpoint\":"
            + " \"https://%s\"}}, \"Version\": \"1.0\"}".formatted(ECR));
  }

  private static void podman(Machine machine) {
    Path run = machine.home().resolve("run");
    machine.variable("XDG_RUNTIME_DIR", run.toString());
    machine.write(run.resolve("containers/auth.json"), LOGIN);
  }

  private static String store(String helper) {
    return "{\"credsStore\": \"%s\"}".formatted(helper);
  }
}
