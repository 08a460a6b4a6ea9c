package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which JDK an image is built from, and what happens where there is none. */
class FindJdkIT {
  private static final Path SCRIPT = Path.of("src/image/find-jdk.sh").toAbsolutePath();
  private static final String NEEDED = "the image needs a JDK of version 25 or newer";

  @TempDir Path directory;
  private final Map<String, String> variables =
      new HashMap<>(Map.of("PATH", "/usr/bin:/bin", "REGLOGOUT_JDK_FOLDERS", ""));

  @Test
  void theNewestOfAllFolders() throws IOException {
    Path old = jdk("a jdk of 17", "17.0.9");
    Path newest = jdk("a jdk of 26", "26-ea");
    Path ripe = jdk("a jdk of 25", "25.0.3");
    variables.put("JAVA_HOME", old.toString());
    variables.put("REGLOGOUT_JDK_FOLDERS", ripe + ":" + newest + ":/nonexistent");

    assertEquals(newest + "\n", find("").out());
    assertEquals(0, find("").exit());
  }

  @Test
  void theOneOfJavaHome() throws IOException {
    Path jdk = jdk("mine", "25");
    variables.put("JAVA_HOME", jdk.toString());

    assertEquals(jdk + "\n", find("").out());
  }

  @Test
  void noneThatIsTooOldOrHasNoLinker() throws IOException {
    Path jre = jdk("a runtime only", "25.0.3");
    Files.delete(jre.resolve("bin/jlink"));
    variables.put("JAVA_HOME", jdk("old", "17.0.9").toString());
    variables.put("REGLOGOUT_JDK_FOLDERS", jre + ":" + jdk("ancient", "1.8.0_392"));

    assertEquals(new Said(1, "", ""), find(""));
    Said needed = find("", "need");
    assertEquals(1, needed.exit());
    assertEquals("", needed.out());
    assertTrue(needed.err().startsWith("reglogout: " + NEEDED + ": install one"), needed.err());
    assertEquals(1, needed.err().lines().count());
  }

  @Test
  void theOneThatIsNamedAndNoOther() throws IOException {
    Path given = jdk("given", "25.0.1");
    variables.put("JAVA_HOME", jdk("newer", "27").toString());

    assertEquals(given + "\n", find(given.toString()).out());
    Said bad = find("/no/jdk here", "need");
    assertEquals(1, bad.exit());
    assertTrue(bad.err().contains(NEEDED + "; /no/jdk here is none: "), bad.err());
  }

  @Test
  void withoutOneTheJarRunsAndItIsSaidOnlyWhereItIsBuilt() throws IOException {
    Path tree = Files.createDirectory(directory.resolve("größer")); // there is no locale, either
    Files.createDirectories(tree.resolve("src/main"));
    Files.createDirectories(tree.resolve("helpers-fixtures"));
    Files.createDirectories(tree.resolve("target"));
    ImageTest.succeeds("cp", "-a", "Makefile", "pom.xml", tree.toString());
    ImageTest.succeeds("cp", "-a", "src/image", "src/build", tree.resolve("src").toString());
    Files.copy(Path.of("target/reglogout.jar"), tree.resolve("target/reglogout.jar"));
    Path java = Path.of(System.getProperty("java.home"), "bin");
    variables.put("PATH", java + ":/usr/bin:/bin");
    variables.put("HOME", directory.toString());

    Said run = said(tree, List.of("make", "run", "ARGS=--version"));

    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().startsWith("reglogout "), run.out());
    assertEquals("", run.err(), "nothing was built");
    Said image = said(tree, List.of("make", "image", "JDK=/no"));
    assertEquals(2, image.exit());
    assertTrue(image.err().contains("; /no is none: "), image.err());
  }

  @Test
  void theFirstRunSaysThatItBuildsAndShowsWhatMavenPrintsOnlyIfItFails() throws IOException {
    Path tree = Files.createDirectory(directory.resolve("tree"));
    Files.createDirectories(tree.resolve("src/main"));
    Files.createDirectories(tree.resolve("helpers-fixtures"));
    ImageTest.succeeds("cp", "-a", "Makefile", "pom.xml", tree.toString());
    ImageTest.succeeds("cp", "-a", "src/image", "src/build", tree.resolve("src").toString());
    Path tools = Files.createDirectory(directory.resolve("tools"));
    Path jar = Path.of("target/reglogout.jar").toAbsolutePath();
    Path mvn =
        Files.writeString(
            tools.resolve("mvn"),
            "#!/bin/sh\necho '[INFO] noise'\necho '[ERROR] it is broken'\n[ -z \"$FAILS\" ] && cp '"
                + jar
                + "' target/reglogout.jar\n");
    assertTrue(mvn.toFile().setExecutable(true));
    Path java = Path.of(System.getProperty("java.home"), "bin");
    variables.put("PATH", tools + ":" + java + ":/usr/bin:/bin");
    variables.put("HOME", directory.toString());
    String building = "reglogout: building; the first time takes a minute or two";

    variables.put("FAILS", "yes");
    Said failed = said(tree, List.of("make", "run", "ARGS=--version"));
    variables.put("FAILS", "");
    Said first = said(tree, List.of("make", "run", "ARGS=--version"));

    assertEquals(1, failed.exit());
    assertEquals("", failed.out());
    assertTrue(failed.err().contains(building + "\n[ERROR] it is broken\n"), failed.err());
    assertFalse(failed.err().contains("make"), failed.err());
    assertEquals(0, first.exit(), first.err());
    assertTrue(first.out().startsWith("reglogout "), first.out());
    assertTrue(first.err().contains("instead of the image"), first.err());
    assertTrue(first.err().endsWith("\n" + building + "\n"), first.err());
    assertEquals(2, first.err().lines().count(), first.err());
  }

  private Path jdk(String name, String version) throws IOException {
    Path jdk = directory.resolve(name);
    Files.createDirectories(jdk.resolve("bin"));
    Path jlink = Files.writeString(jdk.resolve("bin/jlink"), "#!/bin/sh\n");
    assertTrue(jlink.toFile().setExecutable(true));
    Files.writeString(
        jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  private Said find(String... arguments) {
    List<String> command = new ArrayList<>(List.of("/bin/sh", SCRIPT.toString()));
    command.addAll(List.of(arguments));
    return said(directory, command);
  }

  private Said said(Path from, List<String> command) {
    Program.Result result = ImageTest.inside(from, new Program(command)).run(variables);
    return new Said(result.exit(), result.out(), result.err());
  }

  private record Said(int exit, String out, String err) {}
}
