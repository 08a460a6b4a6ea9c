package dev.reglogout.e2e;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Reads a file all the time, as any other program might, and says when it was not whole. */
final class Onlooker implements AutoCloseable {
  private final SharedFile file;
  private final List<String> torn = new ArrayList<>();
  private final Thread thread = new Thread(this::look, "onlooker");
  private volatile boolean ended;
  private int looks;

  Onlooker(SharedFile file) {
    this.file = file;
    thread.start();
  }

  private void look() {
    while (!ended) {
      try {
        looks++;
        file.read();
        TimeUnit.MICROSECONDS.sleep(200); // or it would take a processor from the others
      } catch (IOException | SharedFile.TornException e) {
        torn.add(e.toString());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  @Override
  public void close() {
    ended = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns how often it looked; to be asked once it is closed. */
  int looks() {
    return looks;
  }

  /** Returns what it saw that was not a whole file. */
  List<String> torn() {
    return torn;
  }
}
