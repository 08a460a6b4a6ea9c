package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/** What is done around a {@code native-image}; here, one that makes a script which imitates us. */
@Tag("image") // once is enough
class NativeBuildIT {
  /** Answers what a new program is tried with, but for what the runtime takes for itself. */
  private static final String WORKS =
      """
      #!/bin/sh
      for word; do
        case $word in
          -*) ;;
          *) set -- "$@" "$word" ;;
        esac
        shift
      done
      case "$*" in
        =--version) echo 'reglogout 1' ;;
        '=list =--json') echo '{"b.example.com": 1}' ;;
        '=a.example.com =b.example.com') echo 'removed a.example.com, erased b.example.com' ;;
        '=-- =-Dx=y') exit 2 ;;
        '=completion =bash' | =--) ;;
        *) exit 9 ;;
      esac
      """;

  @TempDir Path directory;
  private Path tree;
  private Path graal;

  @BeforeEach
  void copyTheSources() throws IOException {
    tree = Files.createDirectories(directory.resolve("a tree"));
    Files.createDirectories(tree.resolve("target"));
    Files.createDirectory(tree.resolve("src"));
    for (String part :
        List.of("src/native", "src/image", "src/build", "helpers-fixtures", "target/modules")) {
      ImageTest.succeeds("cp", "-r", part, tree.resolve(part).toString());
    }
    ImageTest.succeeds("sh", "-c", "cp target/reglogout-*.jar \"$0\"", tree + "/target/");
    graal = directory.resolve("a graal");
    Files.createDirectories(graal.resolve("bin"));
    Files.createDirectories(graal.resolve("legal/java.base"));
    Files.writeString(graal.resolve("legal/java.base/LICENSE"), "its licence");
    Files.writeString(
        graal.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_RUNTIME_VERSION=\"25.0.1+8\"\n");
    Path jdk = Path.of(System.getProperty("java.home"), "bin");
    for (String tool : List.of("java", "javac")) {
      Files.createSymbolicLink(graal.resolve("bin").resolve(tool), jdk.resolve(tool));
    }
  }

  @Test
  void theProgramIsLaidOutAsTheImageWithItsLicences() throws IOException {
    nativeImage(WORKS, "");

    Program.Result result = build();

    assertEquals(0, result.exit(), result.err());
    Path built = tree.resolve("target/native");
    assertEquals(List.of("bin", "lib"), ImageTest.names(built));
    assertEquals(List.of("legal", "reglogout"), ImageTest.names(built.resolve("lib")));
    assertTrue(Files.isExecutable(built.resolve("bin/reglogout")));
    String said = Machine.read(built.resolve("lib/legal/README"));
    assertTrue(said.contains("the JDK 25.0.1+8\n  of Somebody; modules java.base "), said);
    assertTrue(said.contains("native-image 25.0.1"), said);
    assertEquals("its licence", Machine.read(built.resolve("lib/legal/java.base/LICENSE")));
    List<String> arguments = Files.readAllLines(graal.resolve("arguments"));
    assertTrue(
        arguments.containsAll(List.of("-H:Class=NativeMain", "-H:MicroArchitecture=compatibility")),
        arguments.toString());
    assertNothingElseIsLeft();
  }

  @Test
  void oneThatDoesNotWorkIsNotPutInPlace() throws IOException {
    Path earlier = earlier();
    nativeImage("#!/bin/sh\necho broken\nexit 3\n", "");

    Program.Result result = build();

    assertEquals(1, result.exit());
    assertTrue(
        result.err().contains("the native program was built and does not work, so it is not used"),
        result.err());
    assertTrue(Files.exists(earlier));
  }

  @Test
  void oneThatTakesAnArgumentForItselfIsNotPutInPlace() throws IOException {
    Path earlier = earlier();
    nativeImage(WORKS.replace("-*)", "-* | =-D*)"), "");

    Program.Result result = build();

    assertEquals(1, result.exit());
    assertTrue(result.err().contains("'-- -Dx=y' ended with 0 instead of 2"), result.err());
    assertTrue(Files.exists(earlier));
  }

  @Test
  void aBuildThatFailsNamesTheBuilderAndTheJdkAndSaysWhy() throws IOException {
    Path earlier = earlier();
    nativeImage(WORKS, "echo 'Error: these two do not fit'; exit 1");

    Program.Result result = build();

    assertEquals(1, result.exit());
    assertTrue(result.err().contains("Error: these two do not fit\n"), result.err());
    String program = graal.resolve("bin/native-image").toString();
    String named =
        "native-image 25.0.1 2025-10-21 could not build the native program with " + program;
    assertTrue(result.err().contains(named), result.err());
    assertTrue(Files.exists(earlier));
  }

  private Path earlier() throws IOException {
    Path earlier = Files.createDirectories(tree.resolve("target/native")).resolve("earlier");
    return Files.createFile(earlier);
  }

  private void assertNothingElseIsLeft() {
    for (String name : ImageTest.names(tree.resolve("target"))) {
      assertFalse(name.startsWith("native.n") || name.startsWith("native-work"), name);
    }
  }

  private Program.Result build() {
    Map<String, String> variables = new HashMap<>(System.getenv());
    variables.put("GRAALVM_HOME", graal.toString());
    return ImageTest.inside(tree, new Program(List.of("sh", "src/native/build.sh"))).run(variables);
  }

  /** Makes a native-image that does something first, and makes a program of a script. */
  private void nativeImage(String program, String first) throws IOException {
    Path tool = graal.resolve("bin/native-image");
    Files.writeString(graal.resolve("program"), program);
    Files.writeString(
        tool,
        """
        #!/bin/sh
        [ "$1" != --version ] || { echo 'native-image 25.0.1 2025-10-21'; exit 0; }
        graal='%s'
        printf '%%s\\n' "$@" >"$graal/arguments"
        %s
        while [ $# -gt 0 ]; do
          [ "$1" != -o ] || program=$2
          shift
        done
        cp "$graal/program" "$program"
        chmod +x "$program"
        """
            .formatted(graal, first));
    assertTrue(tool.toFile().setExecutable(true));
  }
}
