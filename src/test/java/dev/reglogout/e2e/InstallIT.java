package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code make install} and {@code make uninstall}: all of it or nothing, and nobody else's. */
class InstallIT extends ImageTest {
  private Path prefix;

  @BeforeEach
  void setUpPrefix() {
    prefix = directory.resolve("a new place/for it");
  }

  @Test
  void theInstalledProgramWorksThroughItsLinkAndHasAllThatBelongsToIt() throws IOException {
    install();

    assertAsEver(logsOutWith(prefix.resolve("bin/reglogout")));
    assertTrue(text("share/man/man1/reglogout.1").contains(".TH REGLOGOUT 1"));
    assertEquals(script("bash"), text("share/bash-completion/completions/reglogout"));
    assertEquals(script("zsh"), text("share/zsh/site-functions/_reglogout"));
    assertEquals(script("fish"), text("share/fish/vendor_completions.d/reglogout.fish"));
    assertTrue(text("share/doc/reglogout/LICENSE").contains("Apache License"));
    Image installed = new Image(prefix.resolve("lib/reglogout"));
    assertTrue(Files.exists(installed.legal().resolve("java.base/LICENSE")));
    assertEquals(Image.underTest().isNative(), installed.isNative());
  }

  @Test
  @Tag("jvm")
  void theInstalledCacheIsAsOldAsTheModules() throws IOException {
    install();

    Image installed = new Image(prefix.resolve("lib/reglogout"));
    assertEquals(
        Files.getLastModifiedTime(installed.modules()),
        Files.getLastModifiedTime(installed.cache()));
  }

  @Test
  void twiceIsAsGoodAsOnceAndUninstalledNothingOfItIsLeft() throws IOException {
    Map<String, String> before = everything();
    install();
    Map<String, String> once = everything();
    install();

    assertEquals(once, everything());
    Program.Result result = Built.make("uninstall", "PREFIX=" + prefix);
    assertEquals(0, result.exit(), result.err());
    assertEquals(before, everything());
    Program.Result again = Built.make("uninstall", "PREFIX=" + prefix);
    assertEquals(0, again.exit());
    assertEquals("nothing of `make install` is in " + prefix + "\n", again.out());
  }

  @Test
  void whatOthersHaveThereStays() throws IOException {
    machine.write(prefix.resolve("bin/other"), "theirs");
    Files.createDirectories(prefix.resolve("share/man/man1"));
    Map<String, String> before = everything();
    install();
    Path late = prefix.resolve("lib/docker/cli-plugins/docker-other");
    machine.write(late, "theirs, too");

    Program.Result result = Built.make("uninstall", "PREFIX=" + prefix);

    assertEquals(0, result.exit(), result.err());
    assertTrue(result.out().contains(prefix + "/lib/docker/cli-plugins\n"), result.out());
    assertEquals("theirs, too", Machine.read(late));
    succeeds("rm", "-r", prefix.resolve("lib").toString());
    assertEquals(before, everything());
  }

  @Test
  void aFileOfThatNameThatIsSomebodyElsesIsNotReplaced() throws IOException {
    machine.write(prefix.resolve("bin/reglogout"), "theirs");
    Map<String, String> before = everything();

    assertRefused(before, prefix + "/bin/reglogout is there already");
  }

  @Test
  void aFileInTheWayIsNamed() throws IOException {
    machine.write(prefix.resolve("share"), "a file");
    Map<String, String> before = everything();

    assertRefused(before, prefix + "/share is not a directory");
  }

  @Test
  void aPrefixThatIsNoFullPathIsRefused() throws IOException {
    prefix = Path.of("somewhere");

    assertRefused(everything(), "PREFIX must be a full path, and is 'somewhere'");
    Program.Result uninstall = Built.make("uninstall", "PREFIX=somewhere");
    assertEquals(2, uninstall.exit());
    String why = "reglogout: PREFIX must be a full path, and is 'somewhere'; nothing was removed\n";
    assertTrue(uninstall.err().startsWith(why), uninstall.err());
  }

  @Test
  void aPrefixThatNotEvenRootCanMakeIsNamed() throws IOException {
    Path tools = Files.createDirectories(directory.resolve("tools"));
    machine.write(
        tools.resolve("mkdir"),
        "#!/bin/sh\necho \"mkdir: cannot create directory '$2': It is refused\" >&2\nexit 1\n");
    assertTrue(tools.resolve("mkdir").toFile().setExecutable(true));
    Path staged = directory.resolve("staged");
    stage(staged);
    Map<String, String> before = everything();

    Program.Result result =
        new Program(List.of("sh", "src/package/install.sh", staged.toString(), ""))
            .run(Map.of("PATH", tools + ":/usr/bin:/bin"), prefix.toString());

    assertEquals(1, result.exit());
    String why = " cannot be created: It is refused; nothing was installed\n";
    assertEquals("reglogout: PREFIX " + prefix + why, result.err());
    assertEquals(before, everything());
  }

  @ParameterizedTest
  @ValueSource(strings = {"image", "install", "dist", "deb"})
  void aJdkThatIsNamedAndIsNoneIsRefusedAlsoWhereTheImageIsBuilt(String target) throws IOException {
    Map<String, String> before = everything();

    Program.Result result = Built.make(target, "JDK=/nonexistent", "PREFIX=" + prefix);

    assertEquals(2, result.exit());
    assertEquals("", result.out());
    String why = "reglogout: the image needs a JDK of version 25 or newer; /nonexistent is none: ";
    assertTrue(result.err().startsWith(why), result.err());
    assertEquals(before, everything());
  }

  @Test
  void whereItMayNotWriteNothingIsLeft() throws Exception {
    Path theirs = Files.createDirectories(directory.resolve("theirs"));
    Files.createDirectories(theirs.resolve("bin"));
    Path tree = Files.createDirectory(directory.resolve("tree"));
    stage(tree.resolve("staged"));
    succeeds("cp", "-r", "src/package", tree.toString());
    succeeds("chmod", "-R", "a+rX", directory.toString());
    succeeds("chmod", "a-w", theirs.resolve("bin").toString());
    Program users =
        OrdinaryUser.runs(
            new Program(
                List.of("sh", tree.resolve("package/install.sh").toString(), tree + "/staged", "")),
            Files.createDirectory(directory.resolve("owned")));
    Map<String, String> before = everything();

    Program.Result result = users.run(System.getenv(), theirs.toString());

    assertEquals(1, result.exit());
    assertEquals("", result.out());
    String why = "reglogout: " + theirs + "/bin cannot be written to; be root, or ";
    assertTrue(result.err().startsWith(why), result.err());
    assertTrue(result.err().endsWith("; nothing was installed\n"), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
    assertEquals(before, everything());
  }

  @Test
  void whatFailsInTheMiddleIsUndone() throws IOException {
    Path tools = Files.createDirectories(directory.resolve("tools"));
    machine.write(tools.resolve("cp"), "#!/bin/sh\necho 'cp: no space left' >&2\nexit 1\n");
    assertTrue(tools.resolve("cp").toFile().setExecutable(true));
    Path staged = directory.resolve("staged");
    stage(staged);
    Map<String, String> before = everything();

    Program.Result result =
        new Program(List.of("sh", "src/package/install.sh", staged.toString(), ""))
            .run(Map.of("PATH", tools + ":/usr/bin:/bin"), prefix.toString());

    assertEquals(1, result.exit());
    assertTrue(result.err().endsWith("failed; nothing was installed\n"), result.err());
    assertEquals(before, everything());
  }

  @Test
  void aPackagersRootIsInNoFile() throws IOException {
    Path root = Files.createDirectory(directory.resolve("root"));

    Program.Result result = Built.make("install", "DESTDIR=" + root, "PREFIX=/usr/local");

    assertEquals(0, result.exit(), result.err());
    assertAsEver(logsOutWith(root.resolve("usr/local/bin/reglogout")));
    assertFalse(Machine.read(root.resolve("usr/local/lib/reglogout/installed")).contains("root/"));
    Built.make("uninstall", "DESTDIR=" + root, "PREFIX=/usr/local");
    assertEquals(List.of(), names(root));
  }

  @ParameterizedTest
  @ValueSource(strings = {"install", "format", "messages", "docs", "sbom", "mutants"})
  void withoutMavenItIsSaidWhatToInstall(String target) throws IOException {
    Path tree = Files.createDirectories(directory.resolve("tree/src/main")).getParent().getParent();
    Files.createDirectories(tree.resolve("helpers-fixtures"));
    succeeds("cp", "-r", "Makefile", "pom.xml", tree.toString());
    succeeds("cp", "-r", "src/image", "src/build", tree.resolve("src").toString());
    Path tools = Files.createDirectory(directory.resolve("tools"));
    for (String tool :
        List.of("sh", "make", "find", "rm", "dirname", "mkdir", "sed", "readlink", "id")) {
      succeeds("sh", "-c", "ln -s \"$(command -v " + tool + ")\" \"$0\"", tools.toString());
    }

    Program.Result result =
        inside(tree, new Program(List.of("make")))
            .run(Map.of("PATH", tools.toString()), "-s", target, "PREFIX=" + prefix);

    assertEquals(2, result.exit());
    assertTrue(
        result.err().startsWith("reglogout: missing here: Maven 3.8 or newer"), result.err());
    assertFalse(Files.exists(prefix));
  }

  private static void stage(Path place) {
    String built = Image.underTest().root().toString();
    succeeds("sh", "src/package/stage.sh", place.toString(), built);
  }

  private void install() {
    Program.Result result = Built.make("install", "PREFIX=" + prefix);

    assertEquals(0, result.exit(), result.err());
    assertEquals("", result.err());
    assertTrue(result.out().startsWith("installed: " + prefix + "/bin/reglogout\n"), result.out());
  }

  private void assertRefused(Map<String, String> before, String why) {
    Program.Result result = Built.make("install", "PREFIX=" + prefix);

    assertTrue(result.exit() != 0);
    assertEquals("", result.out());
    assertTrue(result.err().startsWith("reglogout: " + why), result.err());
    assertTrue(result.err().lines().findFirst().orElse("").endsWith("nothing was installed"));
    assertEquals(before, everything());
  }

  private Program.Result logsOutWith(Path program) {
    machine.config(CONFIG);
    return inside(here, new Program(List.of(program.toString()))).run(variables(), "ghcr.io");
  }

  private String text(String file) {
    return Machine.read(prefix.resolve(file));
  }

  private String script(String shell) {
    return run("completion", shell).out();
  }

  /** Returns what is on the machine, by path: what a link points to, how large a file is. */
  private Map<String, String> everything() {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.toList()) {
        String what = "directory";
        if (Files.isSymbolicLink(file)) {
          what = "-> " + Files.readSymbolicLink(file);
        } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          what = String.valueOf(Files.size(file));
        }
        all.put(directory.relativize(file).toString(), what);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
