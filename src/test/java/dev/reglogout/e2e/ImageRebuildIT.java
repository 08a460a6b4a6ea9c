package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two images whose programs differ by a text of equal length: what runs is what is linked in. */
@Tag("jvm")
class ImageRebuildIT extends ImageTest {
  private static final String OLD = "Not logged in to ";
  private static final String NEW = "NOT LOGGED IN TO ";

  @TempDir static Path built;
  private static Image changed;

  /** Builds from a copy of the sources, in a folder with blanks, by a user who shares nothing. */
  @BeforeAll
  static void buildTheChangedProgram() throws IOException {
    Path sources = Files.createDirectory(built.resolve("sources of it"));
    for (String part : new String[] {"src/main", "src/image", "helpers-fixtures"}) {
      Files.createDirectories(sources.resolve(part).getParent());
      succeeds("cp", "-r", part, sources.resolve(part).toString());
    }
    succeeds("cp", "pom.xml", "Makefile", sources.toString());
    Path text = sources.resolve("src/main/java/dev/reglogout/cli/TextReport.java");
    String before = Files.readString(text);
    assertTrue(before.contains("\"" + OLD));
    Files.writeString(text, before.replace("\"" + OLD, "\"" + NEW));

    succeeds(
        "sh",
        "-c",
        """
        set -eu
        umask 077
        cd "$1"
        mvn -B -q -o -ntp package -Dmaven.test.skip=true
        sh src/image/build.sh "$(sh src/image/find-jdk.sh '' need)"
        """,
        "sh",
        sources.toString());
    changed = new Image(sources.resolve("target/image"));
    assertEquals(
        Files.size(Image.underTest().modules()), Files.size(changed.modules()), "as if unchanged");
  }

  @Test
  void theNewOneRunsAfterARebuild() {
    assertSays(OLD, Image.underTest());
    assertSays(NEW, changed);
  }

  @Test
  void theNewOneMayBeRunByEverybody() throws Exception {
    succeeds(
        "sh", "-c", "test -z \"$(find \"$1\" ! -perm -a=r)\"", "sh", changed.root().toString());
  }

  @Test
  void nothingIsLeftBesideIt() {
    assertTrue(
        names(changed.root().getParent()).stream().noneMatch(name -> name.startsWith("image.")));
    assertTrue(!names(changed.root().getParent()).contains("image-work"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-a", "-r"})
  void otherModulesUnderALauncherAndItsCacheAreWhatRuns(String how) throws IOException {
    Image mixed = Image.underTest().sharing(directory.resolve("mixed"));
    Files.delete(mixed.modules());
    succeeds("cp", how, changed.modules().toString(), mixed.modules().toString());

    assertSays(NEW, mixed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-a", "-r"})
  void theCacheOfOtherModulesIsNotUsed(String how) throws IOException {
    Image mixed = Image.underTest().sharing(directory.resolve("mixed"));
    Path cache = mixed.cache();
    Files.delete(cache);
    succeeds("cp", how, changed.cache().toString(), cache.toString());

    assertSays(OLD, mixed);
  }

  @Test
  void aLauncherOfAnotherImageDoesWithoutItsCache() throws IOException {
    Image mixed = Image.underTest().sharing(directory.resolve("mixed"));
    Files.delete(mixed.launcher());
    Files.copy(changed.launcher(), mixed.launcher(), StandardCopyOption.COPY_ATTRIBUTES);

    assertSays(OLD, mixed);
  }

  private void assertSays(String text, Image image) {
    machine.config("{}");

    Program.Result result = inside(here, image.program()).run(variables(), "ghcr.io");

    assertEquals(text + "ghcr.io\n", result.out());
    assertEquals("", result.err());
    assertEquals(0, result.exit());
    assertEquals(0, names(here).size());
  }
}
