package dev.reglogout.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.store.Environment;
import dev.reglogout.store.Environment.Os;
import dev.reglogout.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistriesConfTest {
  private static final String USERS = "home/.config/containers/registries.conf";

  @TempDir Path directory;
  private final Map<String, String> variables = new HashMap<>();

  @BeforeEach
  void setUp() {
    variables.put("HOME", directory.resolve("home").toString());
  }

  @Test
  void withoutAnyFileThereIsNoHelper() throws Exception {
    assertEquals(List.of(), bindings());
  }

  @Test
  void aHelperIsForEveryRegistryAndTheFileItselfIsNone() throws Exception {
    Path file = helpers("etc/registries.conf", "\"containers-auth.json\", \"secretservice\"");

    assertEquals(
        List.of(new Binding("secretservice", null, "credential-helpers in " + file)), bindings());
  }

  @Test
  void theUsersFileStandsInThePlaceOfTheSystems() throws Exception {
    helpers("etc/registries.conf", "\"system\"");
    Path users = helpers(USERS, "\"users\"");

    assertEquals(List.of(new Binding("users", null, "credential-helpers in " + users)), bindings());
  }

  @Test
  void anEmptyUsersFileHidesTheSystemsToo() throws Exception {
    helpers("etc/registries.conf", "\"system\"");
    write(USERS, "");

    assertEquals(List.of(), bindings());
  }

  @Test
  void dropInsCountInTheOrderOfTheirNamesAndTheUsersLast() throws Exception {
    helpers(USERS, "\"users\"");
    helpers("etc/registries.conf.d/90.conf", "\"ninety\"");
    helpers("etc/registries.conf.d/10.conf", "\"ten\"");
    helpers("etc/registries.conf.d/99.txt", "\"none\"");
    assertEquals("ninety", bindings().get(0).helper());

    helpers(USERS + ".d/01.conf", "\"mine\"");
    assertEquals("mine", bindings().get(0).helper());

    write(USERS + ".d/02.conf", "unqualified-search-registries = []\n");
    assertEquals("mine", bindings().get(0).helper());

    helpers(USERS + ".d/03.conf", "\"containers-auth.json\"");
    assertEquals(List.of(), bindings());
  }

  @Test
  void aVariableNamesTheFile() throws Exception {
    helpers(USERS, "\"users\"");
    Path named = helpers("named.conf", "\"named\"");
    variables.put("CONTAINERS_REGISTRIES_CONF", named.toString());

    assertEquals("named", bindings().get(0).helper());
  }

  @Test
  void whatCannotBeUnderstoodIsAProblem() throws Exception {
    Path file = write(USERS, "credential-helpers = \"pass\"\n");

    StoreException thrown = assertThrows(StoreException.class, this::bindings);

    assertEquals("registries-conf-unreadable", thrown.reason());
    assertEquals(
        "cannot tell which helpers podman asks: "
            + file
            + ": line 1: credential-helpers is not a list",
        thrown.getMessage());
  }

  @Test
  void whatCannotBeReadIsAProblem() throws Exception {
    Files.createDirectories(directory.resolve("etc/registries.conf"));

    StoreException thrown = assertThrows(StoreException.class, this::bindings);

    assertTrue(thrown.getMessage().contains("registries.conf: "), thrown.getMessage());
  }

  private Path helpers(String name, String helpers) throws Exception {
    return write(
        name, "credential-helpers = [" + helpers + "]\n\n[[registry]]\nlocation = \"x\"\n");
  }

  private Path write(String name, String text) throws Exception {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private List<Binding> bindings() throws StoreException {
    Environment environment = Environment.of(variables, Os.LINUX);
    return new RegistriesConf(environment, directory.resolve("etc")).bindings();
  }
}
