package dev.reglogout.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.messages.KnownMessages;
import dev.reglogout.real.RealHelpers;
import dev.reglogout.real.RealPass;
import dev.reglogout.real.Touched;
import dev.reglogout.store.Environment;
import dev.reglogout.store.Environment.Os;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real docker-credential-pass with all it rests on, and with one thing missing. */
class PassExaminationTest {
  @TempDir Path directory;

  /** Something that goes wrong, and the id it is found by. */
  record Fault(String name, String id, Making making) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Makes something go wrong; may change the environment that the examination sees. */
  private interface Making {
    void in(RealPass pass, Path empty, Map<String, String> environment) throws Exception;
  }

  static Stream<Fault> faults() {
    return Stream.of(
        new Fault(
            "the program pass is missing",
            "pass-program-missing",
            (pass, bin, environment) -> {
              link(bin, "docker-credential-pass", "gpg");
              environment.put("PATH", bin.toString());
            }),
        new Fault(
            "the program gpg is missing",
            "gpg-missing",
            (pass, bin, environment) -> {
              link(bin, "docker-credential-pass", "pass");
              environment.put("PATH", bin.toString());
            }),
        new Fault(
            "pass init was never run",
            "pass-not-initialized",
            (pass, empty, environment) -> environment.put("PASSWORD_STORE_DIR", empty.toString())),
        new Fault(
            "the key is gone",
            "gpg-no-secret-key",
            (pass, empty, environment) ->
                gpg(pass, "--delete-secret-and-public-key", fingerprint(pass))),
        new Fault(
            "the secret half of the key is gone",
            "gpg-no-secret-key",
            (pass, empty, environment) -> gpg(pass, "--delete-secret-keys", fingerprint(pass))),
        new Fault(
            "there is no keyring",
            "gpg-no-secret-key",
            (pass, empty, environment) -> environment.put("GNUPGHOME", empty + "/nowhere")),
        new Fault(
            "the key has expired",
            "gpg-key-unusable",
            (pass, empty, environment) -> {
              gpg(pass, "--quick-set-expire", fingerprint(pass), "seconds=1");
              awaitExpiry(pass);
            }),
        new Fault(
            "the store is also for somebody whose key is not here",
            "gpg-key-unusable",
            (pass, empty, environment) ->
                Files.writeString(
                    pass.storeDirectory().resolve(".gpg-id"), "t # mine\n\nb@example.com\n")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void whatItCannotDoWithoutIsNamedThoughItsListLooksFine(Fault fault) throws Exception {
    try (RealPass pass = RealPass.create(directory)) {
      Map<String, String> environment = new HashMap<>(pass.environment());
      fault.making().in(pass, Files.createDirectory(directory.resolve("empty")), environment);
      endAgent(pass);
      Touched before = Touched.in(gnupgHome(pass));

      ExaminedHelper helper = examine(environment);

      assertEquals("problem " + fault.id(), Examinations.found(helper));
      assertEquals(KnownMessages.byId(fault.id()).advice(), helper.findings().get(0).advice());
      assertEquals(0, helper.entries());
      assertEquals(before, Touched.in(gnupgHome(pass)), "agent, lock, trust database");
    }
  }

  @Test
  void whereAllIsWellNothingIsFoundAndNothingIsTouched() {
    try (RealPass pass = RealPass.create(directory)) {
      endAgent(pass);
      Touched keys = Touched.in(gnupgHome(pass));
      Touched store = Touched.in(pass.storeDirectory());

      assertEquals("", Examinations.found(examine(pass.environment())));
      assertEquals(keys, Touched.in(gnupgHome(pass)), "agent, lock, trust database");
      assertEquals(store, Touched.in(pass.storeDirectory()));
    }
  }

  /** As through ssh: the keyring is here, the agent with the secret key on another machine. */
  @Test
  void theKeyOfAnAgentThatRunsElsewhereIsFoundToo() throws IOException {
    try (RealPass pass = RealPass.create(directory)) {
      Path here = Files.createDirectory(directory.resolve("gnupg"));
      Files.copy(gnupgHome(pass).resolve("pubring.kbx"), here.resolve("pubring.kbx"));
      Map<String, String> environment = new HashMap<>(pass.environment());
      environment.put("GNUPGHOME", here.toString());
      Files.writeString(
          socket(environment), "%Assuan%\nsocket=" + socket(pass.environment()) + "\n");

      assertEquals("", Examinations.found(examine(environment)));

      endAgent(pass);
      assertEquals("problem gpg-no-secret-key", Examinations.found(examine(environment)));
    }
  }

  private static ExaminedHelper examine(Map<String, String> environment) {
    return Examinations.in(Environment.of(environment, Os.LINUX), Duration.ofSeconds(20))
        .examine("pass");
  }

  private static Path gnupgHome(RealPass pass) {
    return Path.of(pass.environment().get("GNUPGHOME"));
  }

  private static Path socket(Map<String, String> environment) throws IOException {
    String command = "gpgconf --create-socketdir; gpgconf --list-dirs agent-socket";
    Path socket = Path.of(RealHelpers.run(environment, "", "sh", "-c", command).out().strip());
    Files.createDirectories(socket.getParent());
    return socket;
  }

  private static void endAgent(RealPass pass) {
    RealHelpers.run(pass.environment(), "", "gpgconf", "--kill", "all");
  }

  private static void gpg(RealPass pass, String... arguments) {
    String[] command =
        Stream.concat(Stream.of("gpg", "--batch", "--yes"), Stream.of(arguments))
            .toArray(String[]::new);
    RealHelpers.Result result = RealHelpers.run(pass.environment(), "", command);
    assertEquals(0, result.exit(), result.err());
  }

  /** Waits until gpg itself says that the key has expired. */
  private static void awaitExpiry(RealPass pass) throws InterruptedException {
    for (int i = 0; i < 100 && keys(pass).noneMatch(line -> line.startsWith("pub:e:")); i++) {
      Thread.sleep(100);
    }
    assertTrue(keys(pass).anyMatch(line -> line.startsWith("pub:e:")), "expired within 10 s");
  }

  private static Stream<String> keys(RealPass pass) {
    String[] list = {"gpg", "--with-colons", "--list-keys", "t"};
    return RealHelpers.run(pass.environment(), "", list).out().lines();
  }

  private static String fingerprint(RealPass pass) {
    return keys(pass)
        .filter(line -> line.startsWith("fpr:"))
        .map(line -> line.split(":")[9])
        .findFirst()
        .orElseThrow();
  }

  private static void link(Path bin, String... programs) throws IOException {
    for (String program : programs) {
      Files.createSymbolicLink(bin.resolve(program), RealHelpers.path(program));
    }
  }
}
