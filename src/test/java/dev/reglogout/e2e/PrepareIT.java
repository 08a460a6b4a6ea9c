package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code make run} and {@code make test} do on a machine that lacks something. */
class PrepareIT {
  private static final String MISSING = "reglogout: missing here: Maven 3.8 or newer";
  private static final String APT =
      "apt-get update && apt-get install -y --no-install-recommends maven";

  @TempDir Path directory;
  private Path tools;
  private Path tree;

  @BeforeEach
  void setUpABareMachine() throws IOException {
    tools = Files.createDirectory(directory.resolve("tools"));
    for (String tool :
        List.of(
            "sh",
            "dirname",
            "mkdir",
            "sed",
            "readlink",
            "grep",
            "rm",
            "tail",
            "head",
            "cat",
            "paste",
            "chmod")) {
      ImageTest.succeeds(
          "sh", "-c", "ln -s \"$(command -v " + tool + ")\" \"$0\"", tools.toString());
    }
    tree = Files.createDirectories(directory.resolve("Mein Projekt ü"));
    ImageTest.succeeds("cp", "-r", "--parents", "src/build", "src/test/programs", tree.toString());
  }

  @Test
  void aUserIsToldOneCommand() throws IOException {
    tool("id", "echo 1000");
    tool("apt-get", "echo called >>called");

    Program.Result result = prepares("build");

    assertEquals(1, result.exit());
    String su = "reglogout: to install it: su -c '" + APT + "'";
    assertEquals(List.of(MISSING, su), result.err().lines().toList());
    assertFalse(Files.exists(tree.resolve("called")), "nothing is done that was not asked for");
  }

  @Test
  void withSudoTheCommandIsSudos() throws IOException {
    tool("id", "echo 1000");
    tool("apt-get", "");
    tool("sudo", "");

    String said = prepares("build").err();

    assertTrue(said.endsWith("\nreglogout: to install it: sudo sh -c '" + APT + "'\n"), said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1000"})
  void withoutAptItIsForTheUserToInstall(String id) throws IOException {
    tool("id", "echo " + id);

    Program.Result result = prepares("build");

    assertEquals(1, result.exit());
    assertTrue(result.err().startsWith(MISSING + "\nreglogout: there is no apt-get here"), "");
    assertEquals(2, result.err().lines().count(), result.err());
  }

  @Test
  void rootHasItInstalledWithoutWhatIsOnlyRecommended() throws IOException {
    tool("id", "echo 0");
    tool(
        "apt-get",
        """
        echo "$*" >>called
        case "$*" in
          *--assume-no*)
            echo 'Need to get 9,100 kB of archives.'
            echo 'After this operation, 11.0 MB of additional disk space will be used.' ;;
          install*)
            echo 'dlstatus:1:50.1:Retrieving file 1 of 2' >&3
            echo 'pmstatus:maven:75.2:Installing' >&3
            [ -x "$REGLOGOUT_SERVICE_POLICY" ] && echo services are left alone >>called
            printf '#!/bin/sh\\n' >"$TOOLS/mvn"
            chmod 755 "$TOOLS/mvn" ;;
        esac""");

    Program.Result result = prepares("build");

    assertEquals(0, result.exit(), result.err());
    assertEquals(
        List.of(
            MISSING,
            "reglogout: asking apt what there is",
            "reglogout: installing maven (9,100 kB, 11.0 MB on disk)",
            "  fetched 50 %",
            "  installed 75 %"),
        result.err().lines().toList());
    List<String> calls = Machine.read(tree.resolve("called")).lines().toList();
    assertEquals("services are left alone", calls.get(calls.size() - 1));
    assertFalse(Files.exists(directory.resolve("policy")));
    for (String call : calls.subList(1, calls.size() - 1)) {
      assertTrue(call.contains(" --no-install-recommends "), call);
    }
    assertEquals(new Program.Result(0, "", "", 0), timeless(prepares("build")));
  }

  @Test
  void whatAptCouldNotFetchIsSaidInALine() throws IOException {
    tool("id", "echo 0");
    tool(
        "apt-get",
        """
        case $1 in
          update) echo 'W: Failed to fetch http://debian.example.com/x  Could not resolve it' ;;
          *) echo 'E: Unable to locate package maven'; exit 100 ;;
        esac""");

    Program.Result result = prepares("build");

    assertEquals(1, result.exit());
    assertEquals(
        "reglogout: apt-get could not install it: Failed to fetch http://debian.example.com/x  Could"
            + " not resolve it; all it said is in target/apt.log",
        result.err().lines().reduce((first, last) -> last).orElseThrow());
    assertEquals(4, result.err().lines().count(), result.err());
  }

  @Test
  void whatAptSaysToHaveInstalledAndHasNotIsStillMissing() throws IOException {
    tool("id", "echo 0");
    tool("apt-get", "");

    Program.Result result = prepares("build");

    assertEquals(1, result.exit());
    assertTrue(result.err().contains("reglogout: still missing after the installation: Maven"));
  }

  @Test
  void theTestsWantEveryProgramOfTheListAndNoEngine() throws IOException {
    tool("id", "echo 1000");
    tool("apt-get", "");
    tool("apt-cache", "");
    List<String> packages = new ArrayList<>();
    try (Stream<String> lines = Files.lines(Path.of("src/test/programs"))) {
      lines.filter(line -> !line.startsWith("#")).forEach(line -> packages.add(line.split(" ")[1]));
    }

    String said = prepares("test").err();

    for (String name : packages) {
      assertTrue((said + " ").replaceAll("['\n]", " ").contains(" " + name + " "), name + said);
    }
    assertFalse(said.contains("docker.io"), said);
    assertFalse(said.contains("docker-cli"), "Debian has none here");
    tool("apt-cache", "echo '  Candidate: 26.1.5'");
    assertTrue(prepares("test").err().contains(" docker-cli"), "where the client can be had alone");
  }

  /** Without a repository folder that is whole, Maven's own words are many, and of other things. */
  @Test
  void aDamagedFileOfMavensIsNamed() throws IOException {
    Path jar = directory.resolve(".m2/repository/a b/x.jar");
    Files.createDirectories(jar.getParent());
    Files.writeString(jar, "half of i");
    Files.writeString(Path.of(jar + ".sha1"), "a".repeat(40));
    Path log = Files.writeString(directory.resolve("log"), "[ERROR] error in opening zip file\n");

    Program.Result result = why(log);

    assertEquals(0, result.exit());
    assertEquals(
        "reglogout: this file, which Maven has fetched, is damaged: "
            + jar
            + "; delete it, and run this again; all that Maven said is in "
            + log
            + "\n",
        result.err());
  }

  @Test
  void aNetworkThatIsNotThereIsNamed() throws IOException {
    Path log =
        Files.writeString(
            directory.resolve("log"),
            "[ERROR] Plugin x or one of its dependencies could not be resolved: Could not transfer"
                + " artifact x from/to central (https://maven.example.com/m): maven.example.com:"
                + " Name or service not known -> [Help 1]\n");

    Program.Result result = why(log);

    assertEquals(0, result.exit());
    String start = "reglogout: the build could not fetch what it needs from maven.example.com";
    assertTrue(result.err().startsWith(start), result.err());
    assertEquals(1, result.err().lines().count());
  }

  @Test
  void aBrokenProgramIsNoneOfThese() throws IOException {
    Path log = Files.writeString(directory.resolve("log"), "[ERROR] Foo.java: not a statement\n");

    assertEquals(new Program.Result(1, "", "", 0), timeless(why(log)));
  }

  private Program.Result why(Path log) {
    return ImageTest.inside(tree, new Program(List.of("sh", "src/build/why.sh", log.toString())))
        .run(Map.of("PATH", "/usr/bin:/bin", "HOME", directory.toString()));
  }

  private Program.Result prepares(String purpose) {
    return ImageTest.inside(tree, new Program(List.of("/bin/sh", "src/build/prepare.sh", purpose)))
        .run(
            Map.of(
                "PATH", tools.toString(),
                "TOOLS", tools.toString(),
                "REGLOGOUT_SERVICE_POLICY", directory.resolve("policy").toString(),
                "JAVA_HOME", System.getProperty("java.home")));
  }

  private static Program.Result timeless(Program.Result result) {
    return new Program.Result(result.exit(), result.out(), result.err(), 0);
  }

  private void tool(String name, String script) throws IOException {
    Path tool = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + script + "\n");
    assertTrue(tool.toFile().setExecutable(true));
  }
}
