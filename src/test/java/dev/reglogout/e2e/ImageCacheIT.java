package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.real.RealHelpers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A start-up cache that is not as it was made changes nothing but the time. */
@Tag("jvm")
class ImageCacheIT extends ImageTest {
  private static final int HEADER = 1200;

  private Image image;

  @BeforeEach
  void setUpImage() {
    image = Image.underTest().sharing(directory.resolve("image"));
  }

  @Test
  void missing() throws IOException {
    Files.delete(image.cache());

    assertAsEver(logsOut(image));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void empty(boolean hidden) {
    image.cache(new byte[0]);

    assertAsEverWithSuch(hidden);
  }

  @ParameterizedTest
  @CsvSource({"0.5, false", "0.5, true", "0.99, true", "0.001, true"})
  void truncated(double left, boolean hidden) throws IOException {
    byte[] good = Files.readAllBytes(image.cache());
    image.cache(Arrays.copyOf(good, (int) (good.length * left)));

    assertAsEverWithSuch(hidden);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ofAnotherProgramOfTheSameRuntime(boolean hidden) throws IOException {
    image.cache(Files.readAllBytes(cacheOfAnotherProgram()));

    assertAsEverWithSuch(hidden);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void damagedSomewhere(long seed) throws IOException {
    byte[] content = Files.readAllBytes(image.cache());
    Random random = new Random(seed);
    for (int i = 0; i < 20; i++) {
      flip(content, random.nextInt(content.length), random);
    }
    image.cache(content);

    assertAsEver(logsOut(image));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void damagedInItsHeader(long seed) throws IOException {
    byte[] content = Files.readAllBytes(image.cache());
    Random random = new Random(seed);
    flip(content, random.nextInt(HEADER), random);
    image.cache(content);

    assertAsEver(logsOut(image));
  }

  /**
   * Only Java looks at such a cache, and may die of it: with no report, no file, and no success.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void damagedByADiskThatKeptItsTime(long seed) throws IOException {
    byte[] content = Files.readAllBytes(image.cache());
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      flip(content, random.nextInt(content.length), random);
    }
    image.cache(content);
    image.hideChange();

    Program.Result result = logsOut(image);

    assertTrue(result.exit() != 0, result.out());
    if (result.out().contains("ghcr.io")) {
      assertAsEver(result);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFolderInItsPlace(boolean hidden) throws IOException {
    Path cache = image.cache();
    Files.delete(cache);
    Files.createDirectory(cache);

    assertAsEverWithSuch(hidden);
  }

  @Test
  void aPipeInItsPlace() throws IOException {
    Path cache = image.cache();
    Files.delete(cache);
    succeeds("mkfifo", cache.toString());

    assertAsEver(logsOut(image));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void notReadable(boolean hidden) throws Exception {
    RealHelpers.requireThat(Files.isReadable(image.java()), "the image cannot be read");
    image.cache(Files.readAllBytes(image.cache()));
    Files.setPosixFilePermissions(image.cache(), PosixFilePermissions.fromString("---------"));
    if (hidden) {
      image.hideChange();
    }
    Path owned = Files.createDirectory(directory.resolve("owned"));
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    Program users = OrdinaryUser.runs(inside(here, image.program()), owned);
    succeeds("chmod", "-R", "a+rwX", machine.home().toString());
    machine.config(CONFIG);
    succeeds("chmod", "a+rw", machine.config().toString());

    Program.Result result = users.run(variables(), "ghcr.io");

    assertAsEver(result);
  }

  @Test
  void aGoodOneIsUsed() {
    Program.Result result =
        inside(here, image.program())
            .run(withOptions("-Xlog:aot:stderr -Xlog:class+load:stderr"), "ghcr.io");

    long shared = result.err().lines().filter(l -> l.contains("shared objects file")).count();
    long loaded = result.err().lines().filter(l -> l.contains(" source: ")).count();
    assertTrue(shared > loaded * 0.97, shared + " of " + loaded + " classes are from the cache");
  }

  private Map<String, String> withOptions(String options) {
    Map<String, String> variables = new HashMap<>(variables());
    variables.put("REGLOGOUT_JAVA_OPTS", options);
    return variables;
  }

  private void assertAsEverWithSuch(boolean hidden) {
    if (hidden) {
      image.hideChange();
    }
    assertAsEver(logsOut(image));
  }

  private Path cacheOfAnotherProgram() throws IOException {
    Path source = directory.resolve("Other.java");
    String main = "public static void main(String[] a) { System.out.println(\"I am another\"); }";
    Files.writeString(source, "public class Other { " + main + " }");
    String[] compile = {"--release", "17", "-d", directory.toString(), source.toString()};
    assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, compile));
    Path jar = directory.resolve("other.jar");
    succeeds(
        "sh",
        "-c",
        "cd \"$0\" && exec \"$@\"",
        directory.toString(),
        jarTool(),
        "--create",
        "--file",
        jar.toString(),
        "Other.class");
    Path cache = directory.resolve("other.aot");
    succeeds(
        image.java().toString(),
        "-XX:AOTCacheOutput=" + cache,
        "@" + image.options(),
        "-cp",
        jar.toString(),
        "Other");
    assertTrue(Files.size(cache) > 0);
    return cache;
  }

  private static String jarTool() {
    return Path.of(System.getProperty("java.home"), "bin", "jar").toString();
  }

  private static void flip(byte[] content, int at, Random random) {
    content[at] ^= (byte) (1 + random.nextInt(255));
  }
}
