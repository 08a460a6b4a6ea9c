package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two builds of the same sources, in two places at two times: the jars are the same bytes. */
@Tag("image") // once is enough
class ReproducibleJarIT {
  @TempDir static Path elsewhere;

  /** Builds from a copy, in a folder with blanks, with other habits of the user and the machine. */
  @BeforeAll
  static void buildAgain() throws IOException {
    Path sources = Files.createDirectories(elsewhere.resolve("sources of it"));
    Files.createDirectory(sources.resolve("src"));
    ImageTest.succeeds("cp", "-r", "src/main", sources.resolve("src/main").toString());
    ImageTest.succeeds("cp", "pom.xml", sources.toString());
    ImageTest.succeeds(
        "sh",
        "-c",
        """
        set -eu
        umask 077
        cd "$1"
        LC_ALL=C TZ=Pacific/Chatham mvn -B -q -o -ntp package -Dmaven.test.skip=true
        """,
        "sh",
        sources.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"reglogout.jar", "reglogout-0.1.0.jar"})
  void aSecondBuildMakesTheSameBytes(String jar) throws IOException {
    Path first = Path.of("target", jar);
    Path second = elsewhere.resolve("sources of it/target").resolve(jar);

    assertEquals(-1, Files.mismatch(first, second));
  }
}
