package dev.reglogout.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonParser;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StoreException;
import dev.reglogout.store.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cuts in a file of two names, in two directories, so that no lock beside it is the other's. */
class InPlaceCutTest {
  private static final String THREE = "{\"auths\": {\"a\": 1, \"b\": 2, \"c\": 3}}";

  @TempDir Path directory;
  private Folder folder;
  private Path otherName;

  @BeforeEach
  void setUp() throws IOException {
    folder = new Folder(directory).write(THREE);
    otherName = Files.createDirectory(directory.resolve("other")).resolve("config.json");
    Files.createLink(otherName, folder.file());
  }

  @Test
  void aCutWaitsForTheOtherThatHasBegunUnderAnotherName() throws Exception {
    List<CompletableFuture<Outcome>> other = new ArrayList<>();

    Outcome outcome =
        folder.erase(
            "a",
            (step, path) -> {
              if (step == FileStep.WRITE && other.isEmpty()) {
                other.add(CompletableFuture.supplyAsync(() -> Folder.erase(otherStore(), "b")));
                assertThrows(Exception.class, () -> other.get(0).get(200, TimeUnit.MILLISECONDS));
              }
            });

    assertEquals(Outcome.erased(false), outcome);
    assertEquals(Outcome.erased(false), other.get(0).get(8, TimeUnit.SECONDS));
    assertEquals("{\"auths\":{\"c\":3}}", JsonParser.parseString(strictText()).toString());
  }

  @Test
  void aCutWaitsForAProgramThatKeepsTheFileLocked() throws Exception {
    Process other = LockHolder.start(otherName, "hold");

    CompletableFuture<Outcome> outcome =
        CompletableFuture.supplyAsync(() -> folder.erase("a", FileStep.Listener.NONE));
    Thread.sleep(200);
    assertFalse(outcome.isDone());
    assertEquals(THREE, folder.text());
    other.destroyForcibly().waitFor();

    assertEquals(Outcome.erased(false), outcome.get(8, TimeUnit.SECONDS));
    assertEquals("{\"auths\": {        \"b\": 2, \"c\": 3}}", strictText());
  }

  @Test
  void whateverTheOrderManyCutsUnderTwoNamesLeaveStrictJson() throws Exception {
    List<String> keys = IntStream.range(0, 60).mapToObj(i -> "r" + i + ".io").toList();
    folder.write(
        "{\"auths\": {"
            + String.join(", ", keys.stream().map(key -> "\"" + key + "\": 1").toList())
            + "}}");

    List<CompletableFuture<Outcome>> cuts =
        IntStream.range(0, keys.size())
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            Folder.erase(i % 2 == 0 ? folder.store() : otherStore(), keys.get(i))))
            .toList();

    for (CompletableFuture<Outcome> cut : cuts) {
      assertEquals(Outcome.erased(false), cut.get(20, TimeUnit.SECONDS));
    }
    assertEquals("{\"auths\":{}}", JsonParser.parseString(strictText()).toString());
  }

  @Test
  void betweenTheSpansOfOneCutTheFileIsStrictJsonAndNoOtherEntryIsTouched() throws Exception {
    folder.write(
        "{\"auths\": {\"a\": 1, \"b\": 2, \"a\": 3, \"c\": 4, \"a\": 5}, \"AUTHS\": {\"a\": 6}}");
    List<String> states = new ArrayList<>();

    folder.erase(
        "a",
        (step, path) -> {
          if (step == FileStep.WRITE || step == FileStep.SYNC) {
            states.add(strictText().replaceAll(" {2,}", " "));
          }
        });

    assertEquals(
        List.of(
            "{\"auths\": {\"a\": 1, \"b\": 2, \"a\": 3, \"c\": 4, \"a\": 5}, \"AUTHS\": {\"a\": 6}}",
            "{\"auths\": { \"b\": 2, \"a\": 3, \"c\": 4, \"a\": 5}, \"AUTHS\": {\"a\": 6}}",
            "{\"auths\": { \"b\": 2 , \"c\": 4, \"a\": 5}, \"AUTHS\": {\"a\": 6}}",
            "{\"auths\": { \"b\": 2 , \"c\": 4 }, \"AUTHS\": {\"a\": 6}}",
            "{\"auths\": { \"b\": 2 , \"c\": 4 }, \"AUTHS\": { }}"),
        states);
  }

  @Test
  void whereASpanCannotBeWrittenWhatWasWrittenBeforeItLeavesStrictJson() throws Exception {
    folder.write("{\"auths\": {\"a\": 1, \"b\": 2, \"a\": 3}}");
    int[] writes = new int[1];

    Outcome outcome =
        folder.erase(
            "a",
            (step, path) -> {
              if (step == FileStep.WRITE && ++writes[0] == 2) {
                throw new IOException("Input/output error");
              }
            });

    assertEquals(Verdict.FAILED, outcome.verdict());
    assertEquals("it cannot be written: input/output error", outcome.cause());
    assertEquals("{\"auths\": {        \"b\": 2, \"a\": 3}}", strictText());
  }

  private InlineStore otherStore() {
    return Folder.store(otherName, FileStep.Listener.NONE);
  }

  private String strictText() throws IOException {
    String text = folder.text();
    try {
      JsonSyntax.check(folder.file(), text.getBytes(UTF_8));
    } catch (StoreException e) {
      throw new AssertionError(text, e);
    }
    return text;
  }
}
