package dev.reglogout.judges;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.reglogout.cli.Machine;
import dev.reglogout.cli.RedRows;
import dev.reglogout.real.RealHelpers;
import dev.reglogout.real.RealPass;
import dev.reglogout.real.RealSecretService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Real helpers with real stores that show less than they hold: the helper itself is the judge. */
@ExtendWith(RedRows.class)
class RealStoresTest {
  private static final String PASS = "docker-credential-pass";
  private static final String KEYRING = "docker-credential-secretservice";
  private static final String ECR_LOGIN = "docker-credential-ecr-login";
  private static final String ECR = "123456789012.dkr.ecr.us-east-1.amazonaws.com";

  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
    machine.variable("PATH", machine.bin() + ":" + System.getenv("PATH"));
  }

  @Test
  void withoutTheVariableThatNamesThePasswordStoreAPlaceholderIsKept() {
    try (RealPass pass = pass()) {
      machine.config("{\"auths\": {\"ghcr.io\": {}}, \"credsStore\": \"pass\"}");
      pass.store("ghcr.io", "ann", "s3cret");
      machine.variable("PASSWORD_STORE_DIR", ""); // as sudo -H or cron would have it

      Machine.Result result = machine.run("ghcr.io");

      assertEquals(1, result.exit(), result.out());
      assertTrue(machine.configText().contains("ghcr.io"), machine.configText());
      assertEquals(Map.of("ghcr.io", "ann"), pass.list());
    }
  }

  @Test
  void aPassThatIsAWrapperForAnotherStoreErasesThere() {
    try (RealPass pass = pass()) {
      machine.config("{\"auths\": {\"ghcr.io\": {}}, \"credsStore\": \"pass\"}");
      pass.store("ghcr.io", "ann", "s3cret");
      String store = pass.environment().get("PASSWORD_STORE_DIR");
      Path wrapper = machine.bin().resolve("pass");
      machine.write(
          wrapper,
          "#!/bin/sh\nPASSWORD_STORE_DIR='%s' exec '%s' \"$@\"\n"
              .formatted(store, RealHelpers.path("pass")));
      assertTrue(wrapper.toFile().setExecutable(true));
      machine.variable("PASSWORD_STORE_DIR", "");
      machine.write(machine.home().resolve(".password-store/.gpg-id"), "t\n");

      Machine.Result result = machine.run("ghcr.io");

      assertEquals(0, result.exit(), result.err());
      assertEquals(Map.of(), pass.list());
    }
  }

  @Test
  void aFolderThatIsALinkIsNotListedButAnswers() throws IOException {
    try (RealPass pass = pass()) {
      machine.config("{\"auths\": {\"ghcr.io\": {}}, \"credsStore\": \"pass\"}");
      pass.store("ghcr.io", "ann", "s3cret");
      Path folder = folder(pass, "ghcr.io");
      Path elsewhere = directory.resolve("elsewhere");
      Files.move(folder, elsewhere);
      Files.createSymbolicLink(folder, elsewhere);
      assertEquals("ann", userOf(PASS, "ghcr.io"));

      Machine.Result result = machine.run("ghcr.io");

      assertEquals(0, result.exit(), result.err());
      assertEquals("nobody", userOf(PASS, "ghcr.io"));
    }
  }

  @Test
  void aStoreThatIsALinkIsCleaned() throws IOException {
    try (RealPass pass = pass()) {
      machine.config("{\"credsStore\": \"pass\"}");
      pass.store("ghcr.io", "ann", "s3cret");
      pass.store("quay.io", "bob", "s3cret");
      Path all = folder(pass, "ghcr.io").getParent();
      Files.move(all, directory.resolve("moved"));
      Files.createSymbolicLink(all, directory.resolve("moved"));

      assertEquals(0, machine.run("ghcr.io").exit());

      assertEquals("nobody", userOf(PASS, "ghcr.io"));
      assertEquals("bob", userOf(PASS, "quay.io"));
    }
  }

  @Test
  void twoUsersInOneFolderBothGo() {
    try (RealPass pass = pass()) {
      machine.config("{\"credsStore\": \"pass\"}");
      pass.store("ghcr.io", "alice", "s3cret");
      pass.store("ghcr.io", "bob", "s3cret");

      assertEquals(0, machine.run("ghcr.io").exit());

      assertEquals("nobody", userOf(PASS, "ghcr.io"));
      assertEquals(Map.of(), pass.list());
    }
  }

  @Test
  void twoUsersInOneFolderAreLeftWhereOneWasAskedFor() {
    try (RealPass pass = pass()) {
      machine.config("{\"credsStore\": \"pass\"}");
      pass.store("ghcr.io", "alice", "s3cret");
      pass.store("ghcr.io", "bob", "s3cret");

      Machine.Result bob = machine.run("--only-user", "bob", "ghcr.io");
      Machine.Result alice = machine.run("--only-user", "alice", "ghcr.io");

      assertEquals(1, bob.exit(), bob.out());
      assertEquals(1, alice.exit(), alice.out());
      assertTrue(Files.exists(folder(pass, "ghcr.io").resolve("alice.gpg")));
      assertTrue(Files.exists(folder(pass, "ghcr.io").resolve("bob.gpg")));
    }
  }

  @Test
  void anEmptyFolderThatBreaksTheListIsNoAbsence() throws IOException {
    try (RealPass pass = pass()) {
      machine.config("{}"); // pass is what docker asks by default
      pass.store("ghcr.io", "ann", "s3cret");
      Files.createDirectory(folder(pass, "old.io"));
      assertEquals("ann", userOf(PASS, "ghcr.io"));

      Machine.Result result = machine.run("ghcr.io");

      assertTrue(result.exit() == 1 || userOf(PASS, "ghcr.io").equals("nobody"), result.out());
    }
  }

  @Test
  void anItemWithALabelOfItsOwnIsErased() {
    RealHelpers.require("secret-tool");
    try (RealSecretService keyring = keyring()) {
      machine.config("{\"auths\": {\"ghcr.io\": {}}, \"credsStore\": \"secretservice\"}");
      RealHelpers.check(
          keyring.environment(),
          "s3cret",
          "secret-tool",
          "store",
          "--label=GHCR work account",
          "xdg:schema",
          "io.docker.Credentials",
          "label",
          "Docker Credentials",
          "server",
          "ghcr.io",
          "username",
          "ann",
          "docker_cli",
          "1");
      keyring.store("quay.io", "bob", "s3cret");
      assertEquals("ann", userOf(KEYRING, "ghcr.io"));

      Machine.Result result = machine.run("ghcr.io");

      assertEquals(0, result.exit(), result.err());
      assertEquals("nobody", userOf(KEYRING, "ghcr.io"));
      assertEquals("bob", userOf(KEYRING, "quay.io"));
    }
  }

  @Test
  void twoUsersOfOneKeyInAKeyringAreLeftWhereOneWasAskedFor() {
    try (RealSecretService keyring = keyring()) {
      machine.config("{\"credsStore\": \"secretservice\"}");
      keyring.store("ghcr.io", "alice", "s3cret");
      keyring.store("ghcr.io", "bob", "s3cret");

      for (String user : List.of("alice", "bob")) {
        Machine.Result result = machine.run("--only-user", user, "ghcr.io");

        assertEquals(1, result.exit(), user + result.out());
      }
      assertFalse(userOf(KEYRING, "ghcr.io").equals("nobody"));
    }
  }

  @Test
  void aBusWithoutAKeyringIsAFailureWhereAPlaceholderSpeaksOfALogin() {
    try (RealSecretService keyring = keyring()) {
      keyring.stop();
      machine.config("{\"auths\": {\"ghcr.io\": {}}, \"credsStore\": \"secretservice\"}");

      assertEquals(1, machine.run("ghcr.io").exit());
      assertTrue(machine.configText().contains("ghcr.io"), machine.configText());
    }
  }

  @Test
  void asADefaultThatNothingPointsToItIsCalm() {
    RealHelpers.require(KEYRING);
    try (RealSecretService keyring = keyring()) {
      keyring.stop();
      machine.config("{}");
      withoutPass();

      Machine.Result result = machine.run("ghcr.io");

      assertEquals(0, result.exit(), result.err());
    }
  }

  @Test
  void aTokenThatEcrLoginKeepsIsCut() {
    RealHelpers.require(ECR_LOGIN);
    machine.config("{\"credHelpers\": {\"" + ECR + "\": \"ecr-login\"}}");
    Path cache = machine.home().resolve(".ecr/cache.json");
    ecrCache(cache, "2099-01-01");
    assertEquals("AWS", userOf(ECR_LOGIN, ECR));

    Machine.Result result = machine.run(ECR);

    assertEquals(0, result.exit(), result.err());
    assertEquals("nobody", userOf(ECR_LOGIN, ECR));
  }

  @Test
  void soIsOneThatHasExpiredForItIsUsedWhereAwsCannotBeReached() {
    RealHelpers.require(ECR_LOGIN);
    machine.config("{\"credsStore\": \"ecr-login\"}");
    machine.variable("AWS_ECR_CACHE_DIR", machine.home().resolve("cache").toString());
    ecrCache(machine.home().resolve("cache/cache.json"), "2020-01-01");
    assertEquals("AWS", userOf(ECR_LOGIN, ECR));

    Machine.Result result = machine.run("https://" + ECR + "/v2/");

    assertEquals(0, result.exit(), result.err());
    assertEquals("nobody", userOf(ECR_LOGIN, ECR));
  }

  private RealPass pass() {
    RealPass pass = RealPass.create(directory.resolve("pass"));
    for (String name : List.of("GNUPGHOME", "PASSWORD_STORE_DIR")) {
      machine.variable(name, pass.environment().get(name));
    }
    return pass;
  }

  private RealSecretService keyring() {
    RealSecretService keyring = RealSecretService.create();
    for (String name : List.of("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "XDG_DATA_HOME")) {
      machine.variable(name, keyring.environment().get(name));
    }
    return keyring;
  }

  /** Leaves on PATH what the default keyring needs, and no pass. */
  private void withoutPass() {
    for (String program : List.of(KEYRING, "dbus-send")) {
      try {
        Files.createSymbolicLink(machine.bin().resolve(program), RealHelpers.path(program));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    machine.variable("PATH", machine.bin().toString());
  }

  private static Path folder(RealPass pass, String key) {
    String name = Base64.getUrlEncoder().encodeToString(key.getBytes(UTF_8));
    return Path.of(pass.environment().get("PASSWORD_STORE_DIR"))
        .resolve("docker-credential-helpers")
        .resolve(name);
  }

  /** Makes the cache that ecr-login keeps for one AWS key, which AWS does not know. */
  private void ecrCache(Path file, String expires) {
    machine.variable("AWS_ACCESS_KEY_ID", "AKIADEAD");
    machine.variable("AWS_SECRET_ACCESS_KEY", "none");
    machine.variable("AWS_EC2_METADATA_DISABLED", "true");
    machine.variable("AWS_MAX_ATTEMPTS", "1");
    machine.write(
        file,
        """
        {"Registries":{"us-east-1-%s-123456789012":{"AuthorizationToken":"%s",
          "RequestedAt":"2026-01-01T00:00:00Z","ExpiresAt":"%sT00:00:00Z",
          "ProxyEndpoint":"https://%s","Service":"ecr"}},"Version":"1.0"}"""
            .formatted(
                cacheKey("AKIADEAD"),
                Base64.getEncoder().encodeToString("AWS:t0ken".getBytes(UTF_8)),
                expires,
                ECR));
  }

  /** Returns an AWS key as it stands in the cache: with the digest of nothing behind it. */
  private static String cacheKey(String awsKey) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes(awsKey.getBytes(UTF_8));
      bytes.writeBytes(MessageDigest.getInstance("MD5").digest());
      return Base64.getEncoder().encodeToString(bytes.toByteArray());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** Asks a helper, as docker does; an empty user is nobody. */
  private String userOf(String helper, String key) {
    Map<String, String> variables = new HashMap<>(machine.variables());
    RealHelpers.Result answer = RealHelpers.run(variables, key, helper, "get");
    if (answer.exit() != 0) {
      return "nobody";
    }
    String user =
        JsonParser.parseString(answer.out()).getAsJsonObject().get("Username").getAsString();
    return user.isEmpty() ? "nobody" : user;
  }
}
