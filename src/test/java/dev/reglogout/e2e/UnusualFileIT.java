package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.reglogout.cli.Machine;
import dev.reglogout.real.RealHelpers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files that cannot simply be replaced: the secret goes from every name of theirs. */
class UnusualFileIT extends EndToEnd {
  private static final String SECRET = "c2VjcmV0OnMzY3JldA==";
  private static final String CONFIG =
      """
      {
      \t"auths": {
      \t\t"ghcr.io": { "auth": "%s" },
      \t\t"quay.io": { "auth": "cTpx" }
      \t}
      }
      """
          .formatted(SECRET);
  private static final String REST = "{\"auths\":{\"quay.io\":{\"auth\":\"cTpx\"}}}";

  @Test
  void aBindMountedFileIsCutInPlace() throws Exception {
    String unshare =
        OrdinaryUser.weAreRoot() ? "-m" : "-rm"; // a user's own namespace, where it may
    RealHelpers.require("unshare", "mount");
    RealHelpers.requireThat(
        OrdinaryUser.exit("unshare", unshare, "true") == 0, "unshare " + unshare + " is refused");
    Path source = directory.resolve("on-the-host.json");
    machine.write(source, CONFIG).config("");
    Object inode = inode(source);

    // the mount is in a namespace of its own, and ends with it
    Program.Result result =
        program
            .behind(
                "unshare",
                unshare,
                "/bin/sh",
                "-c",
                "command -p mount --bind \"$1\" \"$2\" && shift 2 && exec \"$@\"",
                "sh",
                source.toString(),
                machine.config().toString())
            .run(variables(), "ghcr.io");

    assertEquals(0, result.exit(), result.err());
    assertTrue(result.out().contains("removed ghcr.io from " + machine.config()), result.out());
    assertCut(source);
    assertEquals(inode, inode(source));
    assertEquals("", machine.configText());
    assertEquals(List.of("config.json"), names(machine.configDirectory()));
    assertEquals(List.of("bin", "home", "on-the-host.json"), names(directory));
  }

  @Test
  void aHardLinkedFileIsCutUnderAllItsNames() throws IOException {
    machine.config(CONFIG);
    Path other = Files.createLink(machine.home().resolve("backup.json"), machine.config());

    Program.Result result = run("ghcr.io");

    assertEquals(0, result.exit(), result.err());
    assertCut(machine.config());
    assertCut(other);
    assertEquals(inode(other), inode(machine.config()));
  }

  @Test
  void aLinkToAnotherFileSystemStaysALinkAndItsTargetIsCut() throws IOException {
    Path shm = Path.of("/dev/shm");
    RealHelpers.requireThat(
        Files.isWritable(shm) && !Files.getFileStore(shm).equals(Files.getFileStore(directory)),
        "/dev/shm is no other file system that can be written");
    Path elsewhere = Files.createTempDirectory(shm, "e2e-");
    Path target = elsewhere.resolve("real.json");
    try {
      machine.write(target, CONFIG);
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r-----"));
      Files.createSymbolicLink(machine.config(), target);

      Program.Result result = run("ghcr.io");

      assertEquals(0, result.exit(), result.err());
      assertCut(target);
      assertEquals(target, Files.readSymbolicLink(machine.config()));
      assertEquals(List.of("real.json"), names(elsewhere));
      assertEquals("rw-r-----", mode(target));
    } finally {
      Files.deleteIfExists(target);
      Files.delete(elsewhere);
    }
  }

  @Test
  void inADirectoryThatIsNotWritableTheFileIsCutInPlace() throws Exception {
    machine.config(CONFIG);
    Object inode = inode(machine.config());
    Program users = OrdinaryUser.runs(program, directory);
    mode(machine.configDirectory(), "r-xr-xr-x");
    try {
      Program.Result result = users.run(variables(), "ghcr.io");

      assertEquals(0, result.exit(), result.err());
      assertCut(machine.config());
      assertEquals(inode, inode(machine.config()));
    } finally {
      mode(machine.configDirectory(), "rwxr-xr-x");
    }
  }

  @Test
  void whatCannotBeWrittenAtAllMayRemainAndIsSaidTo() throws Exception {
    machine.config(CONFIG);
    Program users = OrdinaryUser.runs(program, directory);
    mode(machine.config(), "r--r--r--");
    mode(machine.configDirectory(), "r-xr-xr-x");
    try {
      Program.Result result = users.run(variables(), "ghcr.io");

      assertEquals(1, result.exit());
      assertFalse(result.out().contains("removed"), result.out());
      String message = "reglogout: ghcr\\.io may remain in %s: .+\n".formatted(machine.config());
      assertTrue(result.err().matches(message), result.err());
      assertEquals(CONFIG, machine.configText());
    } finally {
      mode(machine.configDirectory(), "rwxr-xr-x");
    }
  }

  @Test
  void aDirectoryThatMayNotBeEnteredIsNotTakenForAMissingFile() throws Exception {
    machine.config(CONFIG);
    Program users = OrdinaryUser.runs(program, directory);
    mode(machine.configDirectory(), "---------");
    try {
      Program.Result result = users.run(variables(), "ghcr.io");

      assertEquals(1, result.exit());
      assertFalse(result.out().contains("Not logged in"), result.out());
      assertTrue(result.err().contains(" may remain in " + machine.config()), result.err());
    } finally {
      mode(machine.configDirectory(), "rwxr-xr-x");
    }
  }

  @Test
  void anOrdinaryUserLogsOutOfFileAndHelper() throws Exception {
    machine
        .config(CONFIG.replaceFirst("\\{", "{ \"credsStore\": \"keeper\","))
        .helperCopy("keeper", "keeper")
        .entry("https://ghcr.io", "ci", "s3cret");
    mode(machine.config(), "rw-------");
    Program users = OrdinaryUser.runs(program, directory);
    int owner = OrdinaryUser.uid(machine.config());

    Program.Result result = users.run(variables(), "ghcr.io");

    assertEquals(0, result.exit(), result.err());
    assertFalse(machine.holds("https://ghcr.io"));
    assertFalse(machine.configText().contains(SECRET), machine.configText());
    assertEquals(owner, OrdinaryUser.uid(machine.config()));
    assertNotEquals(0, owner);
    assertEquals("rw-------", mode(machine.config()));
  }

  @Test
  void rootLeavesAUsersFileToTheUser() throws Exception {
    RealHelpers.requireThat(OrdinaryUser.weAreRoot(), "only root can change another's file");
    machine.config(CONFIG);
    mode(machine.config(), "rw-r-----");
    OrdinaryUser.runs(program, directory);
    int owner = OrdinaryUser.uid(machine.config());

    Program.Result result = run("ghcr.io");

    assertEquals(0, result.exit(), result.err());
    assertCut(machine.config());
    assertEquals(owner, OrdinaryUser.uid(machine.config()));
    assertNotEquals(0, owner);
    assertEquals("rw-r-----", mode(machine.config()));
  }

  private static void assertCut(Path file) {
    String text = Machine.read(file);
    assertFalse(text.contains(SECRET), text);
    assertEquals(REST, JsonParser.parseString(text).toString());
    assertTrue(
        text.matches("(?s)\\{\n\t\"auths\": \\{\n\t\t *\"quay.io\": \\{ .*\n\t}\n}\n"), text);
  }

  private static Object inode(Path file) throws IOException {
    return Files.getAttribute(file, "unix:ino");
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static void mode(Path file, String mode) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
