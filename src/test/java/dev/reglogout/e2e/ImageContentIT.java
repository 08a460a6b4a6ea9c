package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is in an image, and how much of it there is. */
class ImageContentIT extends ImageTest {
  private static final int JAVA_17 = 61;
  private static final long MOST_PACKED = 35_000_000;
  private static final long MOST_MEMORY_KB = 48 * 1024;
  private static final long MOST_MEMORY_KB_NATIVE = 24 * 1024;

  private final Image image = Image.underTest();

  @Test
  @Tag("jvm")
  void theOnlyProgramToCallIsOurs() {
    assertEquals(List.of("reglogout"), names(image.root().resolve("bin")));
    assertEquals(List.of("java"), names(image.root().resolve("lib/runtime/bin")));
    assertEquals(List.of("bin", "lib"), names(image.root()));
    assertEquals(3, names(image.root().resolve("lib")).size());
  }

  @Test
  @Tag("jvm")
  void whatStartsHelpersCanBeExecuted() {
    assertTrue(Files.isExecutable(image.root().resolve("lib/runtime/lib/jspawnhelper")));
  }

  @Test
  void everybodyMayRunIt() throws IOException {
    try (Stream<Path> files = Files.walk(image.root())) {
      assertEquals(List.of(), files.filter(file -> !readableByAll(file)).toList());
    }
  }

  @Test
  @Tag("jvm")
  void theCacheIsAsOldAsTheModulesItWasMadeFrom() throws IOException {
    assertEquals(
        Files.getLastModifiedTime(image.modules()), Files.getLastModifiedTime(image.cache()));
  }

  @Test
  @Tag("jvm")
  void picocliIsRaisedToAVersionTheCacheCanHoldAndStillAModule() throws IOException {
    try (Modules modules = new Modules()) {
      Map<String, Integer> versions = modules.versions("info.picocli");
      ModuleDescriptor descriptor = modules.descriptor("info.picocli");

      assertTrue(versions.size() > 100, versions.toString());
      assertNotNull(versions.get("/modules/info.picocli/picocli/CommandLine.class"));
      versions.values().removeIf(version -> version >= JAVA_17);
      versions.remove("/modules/info.picocli/module-info.class"); // it is left as it is
      assertEquals(Map.of(), versions);
      assertEquals("info.picocli", descriptor.name());
      assertTrue(
          descriptor.exports().stream()
              .anyMatch(e -> e.source().equals("picocli") && !e.isQualified()));
      assertEquals(
          List.of("java.sql"),
          descriptor.requires().stream()
              .filter(r -> r.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
              .map(ModuleDescriptor.Requires::name)
              .toList());
    }
  }

  @Test
  void packedItIsSmall() throws IOException {
    Path packed = directory.resolve("image.tar.gz");
    succeeds(
        "tar",
        "-C",
        image.root().getParent().toString(),
        "-czf",
        packed.toString(),
        image.root().getFileName().toString());

    assertTrue(Files.size(packed) < MOST_PACKED, Files.size(packed) + " bytes");
  }

  @Test
  void oneLogoutTakesLittleMemory() throws Exception {
    machine.config(CONFIG.replace("nowhere", "stuck")).helper("stuck", "hangs-on-erase");
    machine.entry("ghcr.io", "ci", "s3cret");
    Program.Running running = image.program().start(variables(), "ghcr.io");
    await("the helper is asked to erase", () -> machine.calls().contains("stuck erase ghcr.io"));

    Path status = Path.of("/proc", String.valueOf(running.process().pid()), "status");
    String peak =
        Files.readString(status)
            .lines()
            .filter(line -> line.startsWith("VmHWM:"))
            .findFirst()
            .orElseThrow()
            .replaceAll("\\D", "");
    running.signal("TERM");
    running.result();

    long most = image.isNative() ? MOST_MEMORY_KB_NATIVE : MOST_MEMORY_KB;
    assertTrue(Long.parseLong(peak) < most, peak + " KB");
  }

  private static boolean readableByAll(Path file) {
    try {
      int mode = (Integer) Files.getAttribute(file, "unix:mode");
      boolean program = Files.isDirectory(file) || (mode & 0100) != 0;
      return (mode & 04) != 0 && (!program || (mode & 01) != 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The modules linked into the image, read by the reader that the image has for tools. */
  private final class Modules implements AutoCloseable {
    private final FileSystem files;

    Modules() throws IOException {
      String home = image.root().resolve("lib/runtime").toString();
      files = FileSystems.newFileSystem(URI.create("jrt:/"), Map.of("java.home", home));
    }

    ModuleDescriptor descriptor(String module) throws IOException {
      byte[] content = read(files.getPath("/modules", module, "module-info.class"));
      return ModuleDescriptor.read(new ByteArrayInputStream(content));
    }

    Map<String, Integer> versions(String module) throws IOException {
      Map<String, Integer> versions = new TreeMap<>();
      try (Stream<Path> all = Files.walk(files.getPath("/modules", module))) {
        for (Path file : all.filter(f -> f.toString().endsWith(".class")).toList()) {
          DataInputStream in = new DataInputStream(new ByteArrayInputStream(read(file)));
          assertEquals(0xCAFEBABE, in.readInt());
          in.readUnsignedShort();
          versions.put(file.toString(), in.readUnsignedShort());
        }
      }
      return versions;
    }

    private byte[] read(Path file) throws IOException {
      return Files.readAllBytes(file);
    }

    @Override
    public void close() throws IOException {
      files.close();
    }
  }
}
