package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.real.RealHelpers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The recipe for everybody on a machine, with two users of this one, made for it. */
@Tag("image")
class EverybodyIT {
  private static final Path PAGE = Path.of("docs/recipes.md");
  private static final String LOGIN = "{\"auths\": {\"ghcr.io\": {\"auth\": \"Y2k6czNjcmV0\"}}}";
  private static final String CLEAN = "{\"auths\": {}}";

  private Path directory;
  private final List<String> users = List.of("reglogout-it-ann", "reglogout-it-bob");

  @BeforeEach
  void makeUsers() throws Exception {
    RealHelpers.requireThat(OrdinaryUser.weAreRoot(), "only root can be other users");
    RealHelpers.require("runuser", "useradd", "userdel");
    directory = Files.createTempDirectory("reglogout-everybody-");
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (String user : users) {
      Path home = Files.createDirectory(directory.resolve(user));
      run("useradd", "-M", "-d", home.toString(), "-s", "/usr/sbin/nologin", user);
    }
    install("reglogout", "exec '" + String.join("' '", readableProgram()) + "' \"$@\"");
    install("getent", "/usr/bin/getent passwd root nobody " + String.join(" ", users));
    write(directory.resolve("root/.docker/config.json"), LOGIN);
  }

  @AfterEach
  void removeUsers() throws Exception {
    if (directory != null) {
      for (String user : users) {
        new ProcessBuilder("userdel", user).inheritIO().start().waitFor();
      }
      run("rm", "-rf", directory.toString());
    }
  }

  @Test
  void eachIsLoggedOutInAnEnvironmentOfTheirOwn() throws Exception {
    Path anns = home(0).resolve(".docker/config.json");
    Path bobs = home(1).resolve("elsewhere/config.json");
    write(anns, LOGIN);
    write(bobs, LOGIN);
    write(home(1).resolve(".profile"), "export DOCKER_CONFIG=\"$HOME/elsewhere\"\n");
    giveHomes();

    int exit = runRecipe();

    assertEquals(0, exit, output());
    assertEquals(CLEAN, Files.readString(anns));
    assertEquals(CLEAN, Files.readString(bobs));
    assertEquals(users.get(0), Files.getOwner(anns).getName());
    assertEquals(users.get(1), Files.getOwner(bobs).getName());
    assertEquals(LOGIN, Files.readString(directory.resolve("root/.docker/config.json")));
    assertFalse(output().contains("nobody:"), output());
  }

  @Test
  void whereOneMayRemainTheOthersAreCleanedAndItExitsWithOne() throws Exception {
    write(home(0).resolve(".docker/config.json"), "{\"credsStore\": \"desktop\"}");
    write(home(1).resolve(".docker/config.json"), LOGIN);
    giveHomes();

    int exit = runRecipe();

    assertEquals(1, exit, output());
    assertEquals(CLEAN, Files.readString(home(1).resolve(".docker/config.json")));
    assertTrue(output().contains("docker-credential-desktop"), output());
  }

  private int runRecipe() throws Exception {
    ProcessBuilder recipe = new ProcessBuilder("/bin/sh", "-c", recipe());
    recipe.environment().clear();
    recipe
        .environment()
        .putAll(
            Map.of(
                "PATH",
                directory.resolve("bin") + ":/usr/sbin:/usr/bin:/sbin:/bin",
                "HOME",
                directory.resolve("root").toString()));
    return recipe
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("out").toFile())
        .start()
        .waitFor();
  }

  private static String recipe() throws IOException {
    String page = Files.readString(PAGE);
    String section = page.substring(page.indexOf("\n## Everybody on a machine\n"));
    int begin = section.indexOf("```sh\n") + "```sh\n".length();
    return section.substring(begin, section.indexOf("\n```", begin));
  }

  private String output() throws IOException {
    return Files.readString(directory.resolve("out"));
  }

  private Path home(int user) {
    return directory.resolve(users.get(user));
  }

  private void giveHomes() throws Exception {
    for (String user : users) {
      run("chown", "-R", user + ":", directory.resolve(user).toString());
    }
  }

  /** Returns the words of the program, where every user can read it. */
  private List<String> readableProgram() throws Exception {
    List<String> words = Program.underTest().words();
    Path program = Path.of(words.get(words.size() - 1));
    boolean jar = program.toString().endsWith(".jar");
    Path whole = jar ? program : program.getParent().getParent();
    Path copy = directory.resolve("program").resolve(whole.getFileName());
    Files.createDirectory(copy.getParent());
    run("cp", "-aL", whole.toString(), copy.toString());
    run("chmod", "-R", "a+rX", copy.getParent().toString());
    String last = (jar ? copy : copy.resolve("bin").resolve(program.getFileName())).toString();
    return Stream.concat(words.subList(0, words.size() - 1).stream(), Stream.of(last)).toList();
  }

  private void install(String name, String body) throws IOException {
    Path script = directory.resolve("bin").resolve(name);
    write(script, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(script.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor(), () -> String.join(" ", command) + ": " + said);
  }
}
