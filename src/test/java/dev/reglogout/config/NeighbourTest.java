package dev.reglogout.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.store.Outcome;
import dev.reglogout.store.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs that do not lock, like docker, and change the file while it is being edited. */
class NeighbourTest {
  private static final String WITH_C =
      "{\"auths\": {\"c\": {\"auth\": \"Yw==\"}, \"a\": {\"auth\": \"c2VjcmV0\"}}}";

  @TempDir Path directory;
  private Folder folder;

  @BeforeEach
  void setUp() {
    folder = new Folder(directory).write(Folder.TWO);
  }

  @ParameterizedTest
  @EnumSource(names = {"LOCK", "READ", "CREATE", "WRITE", "ATTRIBUTES", "SYNC", "RENAME"})
  void whatANeighbourWroteMeanwhileSurvivesAndIsCutAnew(FileStep when) throws IOException {
    Outcome outcome = folder.erase("a", once(when, () -> neighbourWrites(WITH_C)));

    assertEquals(Outcome.erased(false), outcome);
    assertEquals("{\"auths\": {\"c\": {\"auth\": \"Yw==\"}}}", folder.text());
    assertEquals(List.of("config.json"), folder.names());
  }

  @ParameterizedTest
  @EnumSource(names = {"CREATE", "SYNC", "RENAME"})
  void aChangeThatKeepsTheLengthIsSeenToo(FileStep when) throws IOException {
    String changed = Folder.TWO.replace("Yg==", "Wg==");

    folder.erase("a", once(when, () -> neighbourWrites(changed)));

    assertEquals(Folder.WITHOUT_A.replace("Yg==", "Wg=="), folder.text());
  }

  @Test
  void whatANeighbourWroteSurvivesBlankingOutToo() throws IOException {
    AtomicInteger opened = new AtomicInteger();
    Outcome outcome =
        folder.erase(
            "a",
            (step, path) -> {
              boolean inPlace = path.endsWith("config.json");
              if (step == FileStep.RENAME) {
                throw new IOException("Device or resource busy");
              }
              if (step == FileStep.CREATE && inPlace && opened.getAndIncrement() == 0) {
                neighbourWrites(WITH_C);
              }
            });

    assertEquals(Outcome.erased(false), outcome);
    assertEquals("{\"auths\": {\"c\": {\"auth\": \"Yw==\"}" + " ".repeat(27) + "}}", folder.text());
  }

  @Test
  void anEntryThatANeighbourRemovedFirstIsAbsent() throws IOException {
    Outcome outcome =
        folder.erase("a", once(FileStep.RENAME, () -> neighbourWrites(Folder.WITHOUT_A)));

    assertEquals(Outcome.absent(false), outcome);
    assertEquals(Folder.WITHOUT_A, folder.text());
    assertEquals(List.of("config.json"), folder.names());
  }

  @Test
  void aFileThatANeighbourDeletedStaysDeleted() throws IOException {
    Outcome outcome = folder.erase("a", once(FileStep.READ, () -> Files.delete(folder.file())));

    assertEquals(Outcome.absent(false), outcome);
    assertEquals(List.of(), folder.names());
  }

  @ParameterizedTest
  @EnumSource(names = {"CREATE", "WRITE", "SYNC", "RENAME"})
  void aFileThatANeighbourDeletesMeanwhileIsNotMadeAgain(FileStep when) throws IOException {
    Outcome outcome = folder.erase("a", once(when, () -> Files.delete(folder.file())));

    assertEquals(Outcome.absent(false), outcome);
    assertEquals(List.of(), folder.names());
  }

  @Test
  void whatANeighbourLeftHalfWrittenIsNotTouched() throws IOException {
    Outcome outcome =
        folder.erase("a", once(FileStep.SYNC, () -> neighbourWrites("{\"auths\": {")));

    assertEquals("config-malformed", outcome.reason());
    assertEquals("{\"auths\": {", folder.text());
    assertEquals(List.of("config.json"), folder.names());
  }

  @Test
  void aFileThatIsChangedAllTheTimeIsLeftAsTheNeighbourHasIt() throws IOException {
    AtomicInteger changes = new AtomicInteger();
    String[] last = new String[1];

    Outcome outcome =
        folder.erase(
            "a",
            (step, path) -> {
              if (step == FileStep.SYNC) {
                last[0] = WITH_C.replace("Yw==", "Yw==" + changes.incrementAndGet());
                neighbourWrites(last[0]);
              }
            });

    assertEquals(Verdict.FAILED, outcome.verdict());
    assertEquals("config-busy", outcome.reason());
    assertEquals(last[0], folder.text());
    assertTrue(changes.get() >= 10, "given up after " + changes + " changes");
    assertEquals(List.of("config.json"), folder.names());
  }

  /** As docker writes it: a new file renamed over the old one. */
  private void neighbourWrites(String json) throws IOException {
    Path fresh = directory.resolve(".config.json4711");
    Files.writeString(fresh, json);
    Files.move(fresh, folder.file(), StandardCopyOption.ATOMIC_MOVE);
  }

  private interface Deed {
    void run() throws IOException;
  }

  private static FileStep.Listener once(FileStep when, Deed deed) {
    AtomicInteger calls = new AtomicInteger();
    return (step, path) -> {
      if (step == when && calls.getAndIncrement() == 0) {
        deed.run();
      }
    };
  }
}
