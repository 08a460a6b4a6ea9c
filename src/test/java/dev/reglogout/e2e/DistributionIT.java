package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import dev.reglogout.real.RealHelpers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code make dist} and {@code make deb} pack, unpacked elsewhere. */
class DistributionIT extends ImageTest {
  private static final Map<String, String> WHEN = Map.of("SOURCE_DATE_EPOCH", "1700000000");

  private static Path archive;

  @BeforeAll
  static void pack() {
    archive = Built.file(WHEN, "dist");
  }

  @Test
  void unpackedAnywhereTheArchiveRunsAsTheImageDoes() throws IOException {
    Path root = unpacked();

    assertEquals(List.of("bin", "lib", "share"), names(root));
    assertAsEver(logsOutWith(root.resolve("bin/reglogout")));
    assertIsWhatWasBuilt(new Image(root.resolve("lib/reglogout")));
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(file -> !Files.isSymbolicLink(file)).toList()) {
        assertEquals(1_700_000_000L, Files.getLastModifiedTime(file).to(TimeUnit.SECONDS));
      }
    }
  }

  @Test
  void theLicencesOfAllThatIsInTheArchiveAreInIt() throws IOException {
    Path root = unpacked();

    Path documents = root.resolve("share/doc/reglogout");
    String others = Machine.read(documents.resolve("third-party.txt"));
    for (String jar : names(Path.of("target/modules"))) {
      String named = jar.replaceAll("-([0-9.]+)\\.jar$", " $1 ");
      assertTrue(others.contains("\n" + named), named);
    }
    assertEquals(Machine.read(Path.of("LICENSE")), Machine.read(documents.resolve("LICENSE")));
    Path legal = new Image(root.resolve("lib/reglogout")).legal();
    assertTrue(
        others.contains("in lib/reglogout/" + root.resolve("lib/reglogout").relativize(legal)));
    assertTrue(
        Machine.read(legal.resolve("java.base/LICENSE")).contains("\"CLASSPATH\" EXCEPTION"));
    assertTrue(Files.exists(legal.resolve("java.net.http/LICENSE")));
  }

  @Test
  void theSameImagePacksToTheSameBytesWhoeverDoesItAndWhen() throws Exception {
    byte[] first = Files.readAllBytes(archive);
    Map<String, String> others = new HashMap<>(WHEN);
    others.put("TZ", "Pacific/Auckland");
    others.put("LC_ALL", "C");
    others.put("HOME", here.toString());

    byte[] second = Files.readAllBytes(Built.file(others, "dist"));

    assertTrue(Arrays.equals(first, second), "two archives of one image differ");
  }

  @Test
  void theArchiveHasItsSumBesideIt() throws Exception {
    Path sum = archive.resolveSibling(archive.getFileName() + ".sha256");

    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive));

    String expected = HexFormat.of().formatHex(digest) + "  " + archive.getFileName() + "\n";
    assertEquals(expected, Machine.read(sum));
  }

  @Test
  void theDebianPackageIsInstalledRunAndRemoved() throws IOException {
    RealHelpers.require("dpkg");
    Path deb = Built.file(WHEN, "deb");
    Path root = Files.createDirectory(directory.resolve("debian"));
    Files.createDirectories(root.resolve("var/lib/dpkg/info"));
    Files.createDirectories(root.resolve("var/lib/dpkg/updates"));
    Files.createFile(root.resolve("var/lib/dpkg/status"));

    dpkg(root, "-i", deb.toString());

    assertAsEver(logsOutWith(root.resolve("usr/bin/reglogout")));
    assertIsWhatWasBuilt(new Image(root.resolve("usr/lib/reglogout")));
    for (String file :
        List.of(
            "usr/lib/docker/cli-plugins/docker-reglogout",
            "usr/share/man/man1/reglogout.1.gz",
            "usr/share/bash-completion/completions/reglogout",
            "usr/share/zsh/vendor-completions/_reglogout",
            "usr/share/fish/vendor_completions.d/reglogout.fish",
            "usr/share/doc/reglogout/copyright",
            "usr/share/doc/reglogout/changelog.gz")) {
      assertTrue(Files.exists(root.resolve(file)), file);
    }

    dpkg(root, "-r", "reglogout");

    assertEquals(List.of("var"), names(root));
  }

  /** Runs dpkg on a system of its own, with rights over it alone. */
  private static void dpkg(Path root, String... arguments) {
    List<String> command = new ArrayList<>(List.of("dpkg", "--root=" + root, "--log=/dev/null"));
    command.add("--force-not-root");
    command.add("--force-bad-path");
    command.add("--force-depends"); // there is no libc6 on it
    command.addAll(List.of(arguments));
    succeeds(command.toArray(String[]::new));
  }

  private Path unpacked() throws IOException {
    Path place = Files.createDirectory(directory.resolve("unpacked here"));
    succeeds("tar", "-C", place.toString(), "-xzf", archive.toString());
    List<String> names = names(place);
    assertEquals(1, names.size());
    assertEquals(names.get(0) + ".tar.gz", archive.getFileName().toString());
    return place.resolve(names.get(0));
  }

  private Program.Result logsOutWith(Path program) {
    machine.config(CONFIG);
    return inside(here, new Program(List.of(program.toString()))).run(variables(), "ghcr.io");
  }

  private void assertIsWhatWasBuilt(Image image) {
    assertEquals(Image.underTest().isNative(), image.isNative());
    if (!image.isNative()) {
      assertTheCacheIsUsed(image);
    }
  }

  private void assertTheCacheIsUsed(Image image) {
    Map<String, String> variables = variables();
    variables.put("REGLOGOUT_JAVA_OPTS", "-Xlog:class+load:stderr");
    String loaded = image.program().run(variables, "--version").err();
    long shared = loaded.lines().filter(line -> line.contains("shared objects file")).count();

    assertTrue(shared > 300, shared + " classes are from the cache");
  }
}
