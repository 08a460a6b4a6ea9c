package dev.reglogout.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An image on a machine that cannot run it says so, and never that all is well. */
class ImageElsewhereIT extends ImageTest {
  private static final Pattern LOADER = Pattern.compile("if \\[ ! -e '([^']+)' ]");

  @Test
  void theLauncherLooksForTheLoaderThatTheRuntimeNames() throws IOException {
    Path loader = Path.of(loader(Image.underTest()));
    String java = Files.readString(Image.underTest().java(), ISO_8859_1);

    assertTrue(Files.exists(loader), loader.toString());
    assertTrue(loader.getFileName().toString().startsWith("ld-"), loader.toString());
    assertTrue(java.contains(loader + "\0"), "it is what the runtime asks the kernel for");
  }

  @Test
  void withAnotherCLibraryOrProcessorItSaysSoAndNamesTheJar() throws IOException {
    Image image = Image.underTest().sharing(directory.resolve("image"));
    String other = "/lib/ld-musl-of-elsewhere.so.1";
    replace(image.launcher(), Machine.read(image.launcher()).replace(loader(image), other));

    Program.Result result = logsOut(image);

    assertEquals(1, result.exit());
    assertEquals("", result.out());
    assertEquals(1, result.err().lines().count(), result.err());
    assertTrue(result.err().startsWith("reglogout: this copy cannot run here"), result.err());
    assertTrue(result.err().contains(other), result.err());
    assertTrue(result.err().contains("java -jar reglogout.jar"), result.err());
    assertEquals(CONFIG, machine.configText());
  }

  @Test
  void aRuntimeThatTheKernelRefusesIsNoSuccess() throws IOException {
    Image image = Image.underTest().sharing(directory.resolve("image"));
    replace(image.java(), "\u007fELF\u0002\u0001\u0001 of no processor");

    Program.Result result = logsOut(image);

    assertTrue(result.exit() != 0);
    assertEquals("", result.out());
    assertTrue(result.err().contains(image.java().getFileName().toString()), result.err());
    assertEquals(CONFIG, machine.configText());
  }

  private static String loader(Image image) {
    Matcher matcher = LOADER.matcher(Machine.read(image.launcher()));
    assertTrue(matcher.find());
    return matcher.group(1);
  }

  /** Replaces a program by another file, since the image shares its own with the original. */
  private static void replace(Path program, String content) throws IOException {
    Files.delete(program);
    Files.writeString(program, content);
    assertTrue(program.toFile().setExecutable(true, false));
  }
}
