package dev.reglogout.helper;

import static dev.reglogout.helper.Fixtures.LONG;
import static dev.reglogout.helper.Fixtures.SHORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.internal.SideBySide;
import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every fixture under every verb, run as a process: what comes of it, and that it is gone. */
class FixtureTableTest {
  private static final String JSON =
      "{\"ServerURL\":\"a.io\",\"Username\":\"u\",\"Secret\":\"s3cret\"}";
  private static final List<String> VERBS = List.of("list", "erase", "get", "version", "store");

  /**
   * A cell is an exit code and the beginning of the words; {@code none} is the usual sentence for
   * an absent key, {@code version} and {@code stores nothing} stand for lines with the fixture's
   * name.
   */
  private static final String TABLE =
      """
      fixture              | list                      | erase                  | get                    | version          | store
      absent-nolist        | 1 list is unimplemented   | 1 none                 | 1 none                 | 0 version        | 1 stores nothing
      absent-osxkeychain   | 0 {}                      | 1 none                 | 1 none                 | 0 version        | 1 stores nothing
      absent-osxkeychain-old | 0 {}                    | 1 The specified item   | 1 The specified item   | 0 version        | 1 stores nothing
      absent-pass          | 0 {}                      | 1 exit status 1: Error | 1 none                 | 0 version        | 1 stores nothing
      absent-silent        | 0 {}                      | 0                      | 1 none                 | 0 version        | 1 stores nothing
      bad-interpreter      | helper-not-started        | helper-not-started     | helper-not-started     | helper-not-started | helper-not-started
      cannot-list          | 1 list is unimplemented   | 0                      | 0 {"ServerURL":"ghcr.io" | 0 version      | 0
      control-characters   | 1 boom                    | 1 boom                 | 1 boom                 | 1 boom           | 1 boom
      deaf                 | 0 {}                      | 0                      | 0                      | 0                | 0
      deaf-refuses         | 1 boom went wrong         | 1 boom went wrong      | 1 boom went wrong      | 1 boom went wrong | 1 boom went wrong
      dies-at-random       | 0 {"ghcr.io":"ci"}        | 0                      | 0 {"ServerURL":"ghcr.io" | 0 version      | 0
      dies-by-signal       | 137                       | 137                    | 137                    | 137              | 137
      drops-port           | 0 {"ghcr.io":"ci"}        | 0                      | 0 {"ServerURL":"ghcr.io" | 0 version      | 0
      floods               | 0 x cut off               | 0 x cut off            | 0 x cut off            | 0 x cut off      | 0 x cut off
      floods-stderr        | 0 {}                      | 0 x                    | 1 none                 | 0 version        | 1 stores nothing
      hangs                | helper-timed-out          | helper-timed-out       | helper-timed-out       | helper-timed-out | helper-timed-out
      hangs-on-erase       | 0 {"ghcr.io":"ci"}        | helper-timed-out       | 0 {"ServerURL":"ghcr.io" | 0 version      | 0
      holds-stdout         | 0 {}                      | 0                      | 1 none                 | 0 version        | 1 stores nothing
      ignores-term         | helper-timed-out          | helper-timed-out       | helper-timed-out       | helper-timed-out | helper-timed-out
      keeper               | 0 {"ghcr.io":"ci"}        | 0                      | 0 {"ServerURL":"ghcr.io" | 0 version      | 0
      list-missing         | 1 This helper knows       | 0                      | 0 {"ServerURL":"ghcr.io" | 0 version      | 0
      lists-array          | 0 []                      | 0                      | 1 none                 | 0 version        | 1 stores nothing
      lists-garbage        | 0 Warning: this list      | 0                      | 1 none                 | 0 version        | 1 stores nothing
      lists-labels         | 0 {"Registry credentials for ghcr.io" | 0          | 0 {"ServerURL":"ghcr.io" | 0 version      | 0
      lists-locked         | 0 {"":"account not        | 0                      | 1 none                 | 0 version        | 1 stores nothing
      lists-not-utf8       | 0 {"caf                   | 0                      | 0 {"ServerURL":"ghcr.io" | 0 version      | 0
      lists-null           | 0 null                    | 0                      | 1 none                 | 0 version        | 1 stores nothing
      lists-others         | 0 {"ghcr.io":"ci","https  | 0                      | 0 {"ServerURL":"ghcr.io" | 0 version      | 0
      locked-vault         | 1 failed to unlock        | 0                      | 1 failed to unlock     | 0 version        | 1 failed to unlock
      mute                 | 3                         | 3                      | 3                      | 3                | 3
      names-verb           | 1 what should list be?    | 1 what should erase be? | 0 {"ServerURL":"ghcr.io" | 0 version      | 1 what should store be?
      not-executable       | helper-not-started        | helper-not-started     | helper-not-started     | helper-not-started | helper-not-started
      not-implemented      | 1 not implemented         | 1 not implemented      | 1 none                 | 0 version        | 1 not implemented
      not-supported        | 1 list: not supported     | 1 delete: not supported | 1 none                | 0 version        | 1 stores nothing
      only-get             | 0                         | 0                      | 0 {"ServerURL":"ghcr.io" | 0              | 0
      os-error             | 1 cannot lock creds.db    | 1 cannot lock creds.db | 1 none                 | 0 version        | 1 cannot lock creds.db
      refuses              | 1 boom went wrong         | 1 boom went wrong      | 1 boom went wrong      | 1 boom went wrong | 1 boom went wrong
      stderr-only          | 1 boom on stderr          | 1 boom on stderr       | 1 boom on stderr       | 1 boom on stderr | 1 boom on stderr
      yes-man              | 0 {"ghcr.io":"ci"}        | 0                      | 0 {"ServerURL":"ghcr.io" | 0 version      | 0
      """;

  @TempDir Path directory;

  @Test
  void everyFixtureDoesUnderEveryVerbWhatTheTableSays() throws IOException {
    List<List<String>> rows =
        TABLE
            .lines()
            .skip(1)
            .map(row -> Stream.of(row.split("\\|")).map(String::strip).toList())
            .toList();

    assertEquals(fixtures(), rows.stream().map(row -> row.get(0)).toList());
    SideBySide.each(
        rows,
        4,
        row -> {
          for (int i = 0; i < VERBS.size(); i++) {
            check(row.get(0), VERBS.get(i), row.get(i + 1));
          }
        });

    List<ProcessHandle> left =
        ProcessHandle.current().children().filter(ProcessHandle::isAlive).toList();
    assertTrue(left.isEmpty(), left::toString);
  }

  private static List<String> fixtures() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("helpers-fixtures"))) {
      String prefix = "docker-credential-";
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(prefix))
          .map(name -> name.substring(prefix.length()))
          .sorted()
          .toList();
    }
  }

  private void check(String fixture, String verb, String expected) {
    Path own = directory.resolve(fixture + "-" + verb);
    String stdin = verb.equals("store") ? JSON : "ghcr.io";
    try {
      Files.createDirectories(own.resolve("entries"));
      Files.writeString(own.resolve("entries").resolve("676863722e696f"), "ci\ns3cret\n");
      boolean hangs = expected.equals("helper-timed-out");
      Reply reply = new Fixtures(own).process(fixture, hangs ? SHORT : LONG).run(verb, stdin);
      String words = reply.cutOff() ? "x cut off" : reply.words();
      String seen = (reply.exitCode() + " " + words).strip();
      assertTrue(seen.startsWith(spelt(expected, fixture)), () -> own + ": " + seen);
      assertEquals(expected.indexOf(' ') < 0, words.isEmpty(), () -> own + ": " + words);
    } catch (StoreException e) {
      assertEquals(expected, e.reason(), own::toString);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String spelt(String cell, String fixture) {
    return cell.replace("none", "credentials not found in native keychain")
        .replace("version", "docker-credential-" + fixture + " (reglogout fixture) v1.0.0")
        .replace("stores nothing", fixture + " stores nothing");
  }
}
