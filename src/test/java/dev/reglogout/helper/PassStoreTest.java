package dev.reglogout.helper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.helper.StoreHealth.State;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Environment;
import dev.reglogout.store.Environment.Os;
import dev.reglogout.store.Observer;
import dev.reglogout.store.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The store behind docker-credential-pass: whether there is one, and what its list leaves out. */
class PassStoreTest {
  private static final RegistryKey KEY = RegistryKey.of("https://ghcr.io/v2/?>"); // - and _ in it

  @TempDir Path directory;
  private Path home;
  private Path store;
  private Path folder;
  private final Map<String, String> variables = new HashMap<>();

  @BeforeEach
  void setUp() throws IOException {
    Path bin = Files.createDirectory(directory.resolve("bin"));
    home = Files.createDirectory(directory.resolve("home"));
    store = Files.createDirectory(home.resolve(".password-store"));
    String name = Base64.getUrlEncoder().encodeToString(KEY.text().getBytes(UTF_8));
    folder = store.resolve("docker-credential-helpers").resolve(name);
    write(bin.resolve("pass"), "#!/bin/sh\n");
    assertTrue(bin.resolve("pass").toFile().setExecutable(true));
    variables.put("PATH", bin.toString());
    variables.put("HOME", home.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {".gpg-id", "docker-credential-helpers/.gpg-id"})
  void aStoreIsOpenWhereOneOfItsFilesNamesAKey(String file) throws IOException {
    write(store.resolve(file), "ABCD\n");

    assertEquals(StoreHealth.OPEN, health());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# a comment\n"})
  void thereIsNoStoreWhereNoKeyIsNamed(String ids) throws IOException {
    write(store.resolve(".gpg-id"), ids);

    StoreHealth health = health();

    assertEquals(State.NO_STORE, health.state());
    assertEquals("pass-not-initialized", health.problem().reason());
    assertTrue(health.problem().getMessage().endsWith(" in " + store));
    assertFalse(health.problem().advice().isBlank());
  }

  @Test
  void theVariableDecidesWhereTheStoreIsAndAnotherUserHasNone() throws IOException {
    Path elsewhere = directory.resolve("elsewhere");
    write(elsewhere.resolve(".gpg-id"), "ABCD\n");

    State without = health().state();
    variables.put("PASSWORD_STORE_DIR", elsewhere.toString());
    State with = health().state();

    assertEquals(State.NO_STORE, without);
    assertEquals(State.OPEN, with);
  }

  @Test
  void thereIsNoStoreWithoutAHome() {
    variables.remove("HOME");

    assertEquals(State.NO_STORE, health().state());
  }

  @Test
  void thereIsNoStoreWithoutTheProgram() throws IOException {
    write(store.resolve(".gpg-id"), "ABCD\n");
    variables.put("PATH", home.toString());

    assertEquals(State.NO_STORE, health().state());
    assertEquals("pass-program-missing", health().problem().reason());
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void whatIsNoRegularFileIsNotReadAndNobodyCanTell() throws Exception {
    Process mkfifo = new ProcessBuilder("mkfifo", store.resolve(".gpg-id").toString()).start();
    assertEquals(0, mkfifo.waitFor());

    assertEquals(State.NOT_KNOWN, health().state());
    assertEquals("file-error", health().problem().reason());
  }

  @Test
  void nobodyCanTellOfAStoreInsideAFile() throws IOException {
    variables.put("PASSWORD_STORE_DIR", write(directory.resolve("file"), "").toString());

    assertEquals(State.NOT_KNOWN, health().state());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "'', SEVERAL_USERS",
    "ci.gpg, ONE_USER",
    "ci.gpg bob.gpg, SEVERAL_USERS",
    "team/robot.gpg, SEVERAL_USERS",
    "ci.gpg team/robot.gpg, SEVERAL_USERS",
    "notes.txt, SEVERAL_USERS",
  })
  void aFolderTellsItsUserOnlyWhereOneFileIsInIt(String files, PassFolder expected)
      throws IOException {
    Files.createDirectories(folder);
    for (String file : files.split(" ")) {
      if (!file.isEmpty()) {
        write(folder.resolve(file), "");
      }
    }

    assertEquals(expected, passStore().folder(KEY));
  }

  @Test
  void aFolderThatIsALinkOrHoldsOneIsTold() throws IOException {
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    write(elsewhere.resolve("ci.gpg"), "");
    Files.createDirectories(folder.getParent());

    PassFolder none = passStore().folder(KEY);
    Files.createSymbolicLink(folder, elsewhere);
    PassFolder link = passStore().folder(KEY);
    Files.delete(folder);
    Files.createDirectory(folder);
    Files.createSymbolicLink(folder.resolve("ci.gpg"), elsewhere.resolve("ci.gpg"));
    PassFolder holdsOne = passStore().folder(KEY);

    assertEquals(PassFolder.ABSENT, none);
    assertEquals(PassFolder.LINKED, link);
    assertEquals(PassFolder.LINKED, holdsOne);
  }

  @Test
  void aFileWhereAFolderShouldBeCannotBeRead() throws IOException {
    write(folder, "");

    assertEquals(PassFolder.NOT_KNOWN, passStore().folder(KEY));
  }

  @Test
  void thereAreNoFoldersWithoutAStore() {
    variables.remove("HOME");

    assertEquals(PassFolder.ABSENT, passStore().folder(KEY));
  }

  private PassStore passStore() {
    return new PassStore(Environment.of(variables, Os.LINUX));
  }

  private StoreHealth health() {
    Environment environment = Environment.of(variables, Os.LINUX);
    return new Helpers(environment, Fixtures.LONG, null, new StopSignal(), Observer.NONE)
        .named("pass")
        .health();
  }

  private static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
