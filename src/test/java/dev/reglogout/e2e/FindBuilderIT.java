package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What builds the native program, and what is said where nothing can. */
@Tag("image") // once is enough
class FindBuilderIT {
  private static final int CANNOT = 77;

  @TempDir Path directory;
  private Path tools;
  private Map<String, String> variables;

  @BeforeEach
  void setUpTools() throws IOException {
    tools = Files.createDirectory(directory.resolve("tools"));
    for (String tool :
        List.of("sh", "sed", "awk", "sort", "head", "mktemp", "rm", "dirname", "cut")) {
      ImageTest.succeeds(
          "sh", "-c", "ln -s \"$(command -v " + tool + ")\" \"$0\"", tools.toString());
    }
    tool("gcc", "for last; do :; done; exit 0");
    tool("uname", "echo Linux x86_64");
    tool("getconf", "echo glibc 2.36");
    variables = new HashMap<>(Map.of("PATH", tools.toString(), "REGLOGOUT_JDK_FOLDERS", ""));
  }

  @Test
  void aGraalVmThatIsNamed() throws IOException {
    Path program = graal("a graal", "native-image 25.0.1 2025-10-21");
    variables.put("GRAALVM_HOME", program.getParent().getParent().toString());

    assertEquals("native-image " + program + "\n", find("").out());
  }

  @Test
  void theOneOnThePathIfItIsNewEnough() throws IOException {
    tool("native-image", "echo native-image 26 2026-03-17");

    assertEquals("native-image " + tools.resolve("native-image") + "\n", find("").out());
  }

  @Test
  void anOldOneOnThePathIsPassedOver() throws IOException {
    tool("native-image", "echo native-image 21.0.1 2023-10-17");
    Path jdk = jdk("25.0.3");

    assertEquals("jars " + jdk + "\n", find(jdk.toString()).out());
  }

  @Test
  void anOldOneThatIsNamedIsRefused() throws IOException {
    Path home = graal("old", "native-image 21.0.1 2023-10-17").getParent().getParent();
    variables.put("GRAALVM_HOME", home.toString());

    assertCannot("GRAALVM_HOME is " + home + ", which is older than 25", find(""));
  }

  @Test
  void aJdkThatTheBuilderDoesNotFitIsNamedWithTheBuilder() throws IOException {
    Path jdk = jdk("26.0.1");
    String pom = Machine.read(Path.of("src/native/pom.xml"));
    String builder =
        pom.replaceAll("(?s).*<version>([0-9.]+)</version> <!-- the builder -->.*", "$1");

    assertCannot(
        "builder "
            + builder
            + " fits a JDK of version 25, and "
            + jdk
            + " is 26.0.1 (JDK=/path names another)",
        find(jdk.toString()));
  }

  @Test
  void withoutACompilerAJdkMemoryOrOnAnotherSystem() throws IOException {
    assertCannot("there is no JDK of version 25", find(""));
    tool("uname", "echo Linux aarch64");
    assertCannot("without a GraalVM of version 25 or newer (GRAALVM_HOME)", find(""));
    tool("awk", "echo 100");
    assertCannot("it takes 3500 MB of memory, and there are 100", find(""));
    tool("gcc", "exit 1");
    assertCannot("gcc links no program (on Debian: apt-get install libc6-dev)", find(""));
    Files.delete(tools.resolve("gcc"));
    assertCannot("there is no gcc (on Debian: apt-get install gcc libc6-dev)", find(""));
  }

  private static void assertCannot(String why, Program.Result result) {
    assertEquals("", result.out());
    assertTrue(
        result.err().startsWith("reglogout: the native program cannot be built here: " + why),
        result.err());
    assertEquals(1, result.err().lines().count(), result.err());
    assertEquals(CANNOT, result.exit());
  }

  private Program.Result find(String jdk) {
    return new Program(List.of("/bin/sh", "src/native/find-builder.sh")).run(variables, jdk);
  }

  private Path graal(String name, String version) throws IOException {
    Path bin = Files.createDirectories(directory.resolve(name).resolve("bin"));
    return script(bin.resolve("native-image"), "echo " + version);
  }

  private Path jdk(String version) throws IOException {
    Path jdk = Files.createDirectories(directory.resolve("jdk " + version));
    Files.createDirectory(jdk.resolve("bin"));
    script(jdk.resolve("bin/jlink"), "exit 0");
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  private void tool(String name, String body) throws IOException {
    Files.deleteIfExists(tools.resolve(name));
    script(tools.resolve(name), body);
  }

  private static Path script(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    assertTrue(file.toFile().setExecutable(true));
    return file;
  }
}
