package dev.reglogout.judges;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import dev.reglogout.cli.RedRows;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Docker's own client is asked which login it sends, before a logout and after it. */
@ExtendWith(RedRows.class)
class DockerJudgeTest {
  @TempDir Path directory;
  private Machine machine;
  private StandInDaemon daemon;
  private DockerClient docker;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
    daemon = StandInDaemon.start();
    docker = new DockerClient(machine, daemon);
  }

  @AfterEach
  void stop() {
    daemon.close();
  }

  /** Keys that docker finds for an image, and the name they are logged out by. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "ghcr.io, ghcr.io/x, ghcr.io",
    "https://ghcr.io, ghcr.io/x, ghcr.io",
    "http://ghcr.io/v1/, ghcr.io/x, ghcr.io",
    "https://ghcr.io/v2/, ghcr.io/x, ghcr.io",
    "ghcr.io/, ghcr.io/x, ghcr.io",
    "ghcr.io/team, ghcr.io/x, ghcr.io",
    "https://ann@ghcr.io/, ghcr.io/x, ghcr.io",
    "https://[ghcr.io], ghcr.io/x, ghcr.io",
    "HTTPS://ghcr.io, ghcr.io/x, ghcr.io",
    "foo://ghcr.io/x/y, ghcr.io/x, ghcr.io",
    "https://ghcr.io?service=x, ghcr.io/x, ghcr.io",
    "https://ghcr.io:5000:, ghcr.io:5000/x, ghcr.io:5000",
    "https://::1:6555/v2/, [::1]:6555/x, [::1]:6555",
    "ghcr.io//v1, ghcr.io/x, ghcr.io",
    "https://ghcr.io:/v1, ghcr.io/x, ghcr.io",
    "ghcr.io:443, ghcr.io:443/x, ghcr.io",
    "localhost:5000, localhost:5000/x, localhost:5000",
    "http://localhost:5000/v1/, localhost:5000/x, localhost:5000",
    "127.0.0.1:5000, 127.0.0.1:5000/x, 127.0.0.1:5000",
    "https://[::1]:6555/v2/, [::1]:6555/x, [::1]:6555",
    "https://index.docker.io/v1/, ann/x, docker.io",
    "https://index.docker.io/v1/, docker.io/ann/x, index.docker.io",
    "https://index.docker.io/v1/, alpine, registry-1.docker.io"
  })
  void whatDockerSendsForAKeyIsGoneAfterwards(String key, String image, String server) {
    machine.config(inline(key));
    assertEquals("ann", docker.userForAPull(image), "docker does not find that key");

    Machine.Result result = machine.run(server);

    assertEquals(0, result.exit(), result.err());
    assertEquals("nobody", docker.userForAPull(image));
    assertEquals("bystander", docker.userForAPull("bystander.example.com/x"));
  }

  /** Keys that another image's login stands under. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "ghcr.io.example.com, ghcr.io.example.com/x, ghcr.io",
    "ghcr.io:5000, ghcr.io:5000/x, ghcr.io",
    "https://ghcr.io:80, ghcr.io:80/x, ghcr.io",
    "xghcr.io, xghcr.io/x, ghcr.io",
    "localhost:5000, localhost:5000/x, localhost",
    "https://[::1]:6555/v2/, [::1]:6555/x, '::1'",
    "https://index.docker.io/v1/, ann/x, hub.docker.com",
    "ghcr.io, ghcr.io/x, docker.io"
  })
  void whatDockerSendsForAnotherKeyItStillSends(String key, String image, String server) {
    machine.config(inline(key));

    Machine.Result result = machine.run(server);

    assertEquals(0, result.exit(), result.err());
    assertEquals("ann", docker.userForAPull(image));
  }

  /** Files as they are met: what docker reads, we read. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a full file | {'HttpHeaders': {'X': '1'}, 'auths': {ENTRY, BYSTANDER}, 'psFormat': 'table',"
            + " 'plugins': {'x': {'hooks': 'a'}}, 'currentContext': 'default', 'features': {'b': '1'}}",
        "other letters | {'AUTHS': {ENTRY, BYSTANDER}, 'detachKeys': ''}",
        "two sections | {'auths': {BYSTANDER}, 'auths': {ENTRY}}",
        "a section forgotten | {'auths': {'x.io': {}}, 'auths': null, 'auths': {ENTRY, BYSTANDER}}",
        "an escaped key | {'auths': {'ghcr\\u002eio': VALUE, BYSTANDER}}",
        "an escaped member | {'auths': {'ghcr.io': {'\\u0061uth': 'YW5uOnB3'}, BYSTANDER}}",
        "a member in other letters | {'auths': {'ghcr.io': {'Auth': 'YW5uOnB3'}, BYSTANDER}}",
        "an old entry | {'auths': {'https://ghcr.io/v1/': {'auth': 'YW5uOnB3', 'email': 'a@b.c'}, BYSTANDER}}",
        "an identity token | {'auths': {'ghcr.io': {'auth': 'YW5uOg==', 'identitytoken': 't0ken'}, BYSTANDER}}",
        "a key twice | {'auths': {'ghcr.io': {'auth': 'Ym9iOnB3'}, 'ghcr.io': VALUE, BYSTANDER}}",
        "a key in two spellings | {'auths': {'https://ghcr.io': {'auth': 'Ym9iOnB3'}, ENTRY, BYSTANDER}}",
        "an empty credsStore | {'auths': {ENTRY, BYSTANDER}, 'credsStore': ''}",
        "bound to the file | {'auths': {ENTRY, BYSTANDER}, 'credsStore': 'none-here', 'credHelpers':"
            + " {'ghcr.io': '', 'bystander.example.com': ''}}",
      })
  void ofAWholeFileTheOneGoesAndTheOtherStays(String what, String text) {
    machine.config(
        text.replace('\'', '"')
            .replace("ENTRY", "\"ghcr.io\": VALUE")
            .replace("VALUE", "{\"auth\": \"YW5uOnB3\"}")
            .replace("BYSTANDER", BYSTANDER));
    String before = docker.userForAPull("ghcr.io/x");

    Machine.Result result = machine.run("ghcr.io");

    assertTrue(!before.equals("nobody"), "docker does not read " + what);
    assertEquals("nobody", docker.userForAPull("ghcr.io/x"), result.err());
    assertEquals("bystander", docker.userForAPull("bystander.example.com/x"));
  }

  @Test
  void aHelpersLoginIsGoneAndItsNeighbourIsSent() {
    machine.config("{\"credsStore\": \"vault\"}").keeper("vault", "ghcr.io", "quay.io");
    assertEquals("ci", docker.userForAPull("ghcr.io/x"));

    Machine.Result result = machine.run("ghcr.io");

    assertEquals(0, result.exit(), result.err());
    assertEquals("nobody", docker.userForAPull("ghcr.io/x"));
    assertEquals("ci", docker.userForAPull("quay.io/x"));
  }

  @Test
  void aHelperBoundToTheRegistryIsAsked() {
    machine
        .config("{\"credsStore\": \"vault\", \"credHelpers\": {\"ghcr.io\": \"second\"}}")
        .keeper("vault", "ghcr.io", "quay.io")
        .keeper("second", "ghcr.io");
    assertEquals("ci", docker.userForAPull("ghcr.io/x"));

    assertEquals(0, machine.run("ghcr.io").exit());

    assertEquals("nobody", docker.userForAPull("ghcr.io/x"));
  }

  @Test
  void aUrlThatIsBoundElsewhereDoesNotKeepDockerFromCredsStore() {
    machine
        .config("{\"credsStore\": \"vault\", \"credHelpers\": {\"https://ghcr.io\": \"second\"}}")
        .keeper("vault", "ghcr.io")
        .keeper("second");
    assertEquals("ci", docker.userForAPull("ghcr.io/x"));

    assertEquals(0, machine.run("ghcr.io").exit());

    assertEquals("nobody", docker.userForAPull("ghcr.io/x"));
  }

  @Test
  void aListThatFailsIsNoAbsenceAsLongAsDockerSendsTheLogin() {
    machine.config("{}").keeper("pass", "https://index.docker.io/v1/");
    machine.write(machine.bin().resolve("pass"), "#!/bin/sh\n");
    assertTrue(machine.bin().resolve("pass").toFile().setExecutable(true));
    machine.write(machine.home().resolve(".password-store/.gpg-id"), "A1B2C3D4\n");
    String program = Machine.read(machine.bin().resolve("docker-credential-pass"));
    machine.write(
        machine.bin().resolve("docker-credential-pass"),
        program.replace(
            "REGLOGOUT_FIXTURE_STORE",
            "[ $1 != list ] || { echo broken; exit 1; }\nREGLOGOUT_FIXTURE_STORE"));
    assertEquals("ci", docker.userForAPull("ann/x"));

    Machine.Result result = machine.run("docker.io");

    assertTrue(
        result.exit() == 1 || docker.userForAPull("ann/x").equals("nobody"),
        "exit 0, and docker still sends it");
  }

  @Test
  void aBuildSendsTheOthersAlone() {
    machine.config(
        "{\"auths\": {\"ghcr.io\": {\"auth\": \"YW5uOnB3\"}, \"https://ghcr.io/v2/\": {\"auth\":"
            + " \"YW5uOnB3\"}, "
            + BYSTANDER
            + "}}");
    assertEquals(3, docker.loginsOfABuild().size());

    assertEquals(0, machine.run("ghcr.io").exit());

    assertEquals("[bystander.example.com]", docker.loginsOfABuild().keySet().toString());
  }

  private static final String BYSTANDER =
      "\"bystander.example.com\": {\"auth\": \"YnlzdGFuZGVyOnB3\"}";

  private static String inline(String key) {
    return "{\"auths\": {\"" + key + "\": {\"auth\": \"YW5uOnB3\"}, " + BYSTANDER + "}}";
  }
}
