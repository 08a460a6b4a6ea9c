package dev.reglogout.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.reglogout.store.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run killed at each of its steps, one after the other, and the run after it. */
class KilledRunTest {
  private static final String LOCK = ".config.json.reglogout.lock";
  private static final String SECRET = "c2VjcmV0";

  @TempDir Path directory;
  private Folder folder;

  @BeforeEach
  void setUp() {
    folder = new Folder(directory);
  }

  @Test
  void whereverARunThatReplacesIsKilledTheFileIsTheOldOrTheNewOne() throws Exception {
    List<String> deaths = new ArrayList<>();
    while (true) {
      folder.write(Folder.TWO);
      Files.setPosixFilePermissions(folder.file(), PosixFilePermissions.fromString("rw-r--r--"));

      String died = HaltingRun.run(folder.file(), deaths.size() + 1, "a");

      if (died.isEmpty()) {
        break;
      }
      deaths.add(died);
      boolean renamed = deaths.contains("RENAME") && !died.equals("RENAME");
      assertEquals(renamed ? Folder.WITHOUT_A : Folder.TWO, folder.text(), died);
      assertLeftoversAreHarmless(died);
      assertTheNextRunClearsThem(died);
    }
    assertEquals(
        List.of(
            "LOCK", "READ", "OPEN", "CREATE", "WRITE", "SYNC", "ATTRIBUTES", "RENAME", "DELETE"),
        deaths);
  }

  @Test
  void whereverARunThatCutsInPlaceIsKilledTheFileIsStrictJsonWithAllOtherEntries()
      throws Exception {
    Path other = Files.createDirectory(directory.resolve("other")).resolve("config.json");
    List<String> deaths = new ArrayList<>();
    List<String> states = new ArrayList<>();
    while (true) {
      folder.write("{\"auths\":{\"a\":\"c2VjcmV0\",\"b\":2,\"a\":3,\"c\":4},\"auths\":{\"a\":5}}");
      Files.deleteIfExists(other);
      Files.createLink(other, folder.file());

      String died = HaltingRun.run(folder.file(), deaths.size() + 1, "a");

      if (died.isEmpty()) {
        break;
      }
      deaths.add(died);
      JsonSyntax.check(folder.file(), Files.readAllBytes(folder.file()));
      states.add(folder.text().replace(" ", ""));
      assertLeftoversAreHarmless(died);
      assertEquals(Outcome.erased(false), Folder.erase(folder.store(), "b"), died);
      assertEquals(List.of("config.json", "other"), folder.names(), died);
    }
    String whole = "{\"auths\":{\"a\":\"c2VjcmV0\",\"b\":2,\"a\":3,\"c\":4},\"auths\":{\"a\":5}}";
    String first = "{\"auths\":{\"b\":2,\"a\":3,\"c\":4},\"auths\":{\"a\":5}}";
    String second = "{\"auths\":{\"b\":2,\"c\":4},\"auths\":{\"a\":5}}";
    String all = "{\"auths\":{\"b\":2,\"c\":4},\"auths\":{}}";
    assertEquals(
        List.of("LOCK", "READ", "OPEN", "CREATE", "WRITE", "WRITE", "WRITE", "SYNC", "DELETE"),
        deaths);
    assertEquals(List.of(whole, whole, whole, whole, whole, first, second, all, all), states);
  }

  private void assertLeftoversAreHarmless(String died) throws IOException {
    for (String name : folder.names()) {
      Path file = directory.resolve(name);
      if (name.equals("config.json") || Files.isDirectory(file)) {
        continue;
      }
      assertTrue(name.equals(LOCK) || name.startsWith(".config.json.reglogout-"), name);
      assertEquals(0600, FileTraits.of(file).mode(), died + ": " + name);
      assertTrue(!Files.readString(file).contains(SECRET), died + ": " + name);
      if (!name.equals(LOCK) && Files.size(file) > 0) {
        JsonParser.parseString(Files.readString(file));
      }
    }
  }

  private void assertTheNextRunClearsThem(String died) throws IOException {
    assertEquals(Outcome.erased(false), Folder.erase(folder.store(), "b"), died);
    assertEquals(List.of("config.json"), folder.names(), died);
  }
}
