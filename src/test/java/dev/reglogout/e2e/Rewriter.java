package dev.reglogout.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A neighbour that changes an entry of its own the way docker does: it reads the file, lets time
 * pass, writes what it read beside the file and renames that, without a lock and without looking
 * again.
 */
final class Rewriter implements AutoCloseable {
  private static final String OWN = "neighbour.example.com";

  /**
   * A write of the neighbour's.
   *
   * @param begin before the file was renamed, in microseconds
   * @param end after it was
   * @param hosts what it held
   */
  record Write(long begin, long end, Set<String> hosts) {}

  /**
   * A write of the neighbour's that was no longer there when it looked again.
   *
   * @param write that write
   * @param seen when it was missed
   */
  record Lost(Write write, long seen) {}

  private final SharedFile file;
  private final long pauseMillis;
  private final List<Write> writes = new ArrayList<>();
  private final List<Lost> lost = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final Thread thread = new Thread(this::run, "rewriter");
  private volatile boolean ended;

  /**
   * Starts it.
   *
   * @param pauseMillis how long it keeps its stale copy, and how long it rests afterwards
   */
  Rewriter(SharedFile file, long pauseMillis) {
    this.file = file;
    this.pauseMillis = pauseMillis;
    thread.start();
  }

  private void run() {
    try {
      while (!ended) {
        JsonObject document = look();
        TimeUnit.MILLISECONDS.sleep(pauseMillis);
        write(document);
        TimeUnit.MILLISECONDS.sleep(pauseMillis);
      }
      look();
    } catch (IOException | InterruptedException | SharedFile.TornException e) {
      faults.add(e.toString());
    }
  }

  private JsonObject look() throws IOException, SharedFile.TornException {
    JsonObject document = file.read();
    long seen = SharedFile.now();
    JsonObject own = document.getAsJsonObject("auths").getAsJsonObject(OWN);
    String last = own == null ? secret(0) : own.get("auth").getAsString();
    if (!last.equals(secret(writes.size()))) {
      lost.add(new Lost(writes.get(writes.size() - 1), seen));
    }
    return document;
  }

  private void write(JsonObject document) throws IOException {
    JsonObject own = new JsonObject();
    own.addProperty("auth", secret(writes.size() + 1));
    document.getAsJsonObject("auths").add(OWN, own);
    Path fresh = file.file().resolveSibling("config.json4711");
    Files.writeString(fresh, document.toString());
    long begin = SharedFile.now();
    Files.move(fresh, file.file(), StandardCopyOption.ATOMIC_MOVE);
    writes.add(new Write(begin, SharedFile.now(), SharedFile.hostsOf(document)));
  }

  /** A login anew, with another password each time. */
  private static String secret(int count) {
    return Base64.getEncoder().encodeToString(("n:" + count).getBytes(UTF_8));
  }

  /** Lets it end what it has begun. */
  @Override
  public void close() {
    ended = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns its writes, in order; to be asked once it is closed. */
  List<Write> writes() {
    return writes;
  }

  /** Returns those that somebody else wrote over. */
  List<Lost> lost() {
    return lost;
  }

  /** Returns what went wrong for the neighbour, such as a torn file. */
  List<String> faults() {
    return faults;
  }
}
