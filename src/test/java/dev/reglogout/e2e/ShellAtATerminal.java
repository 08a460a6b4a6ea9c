package dev.reglogout.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.reglogout.real.RealHelpers;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A shell at a terminal of its own, which {@code script} makes: keys go in, and what its line
 * editor then holds comes out.
 *
 * <p>Control-O, which the shell's start-up file must bind, writes the line to the file {@code
 * lines} and ends it with a line of its own, {@code --}.
 */
final class ShellAtATerminal implements AutoCloseable {
  private static final String TAB = "\t";
  private static final String WRITE = "\u000f";
  private static final String CLEAR = "\u0015";

  private final Process process;
  private final OutputStream keys;
  private final Path lines;
  private final Path screen;
  private int asked;

  /**
   * Starts a shell.
   *
   * @param command the shell and its arguments, for sh
   * @param directory for the files {@code ready}, which the shell writes with its first prompt, and
   *     {@code lines}
   */
  ShellAtATerminal(String command, Path directory, Map<String, String> variables)
      throws IOException, InterruptedException {
    RealHelpers.require("script");
    lines = directory.resolve("lines");
    screen = directory.resolve("screen");
    ProcessBuilder builder =
        new ProcessBuilder("script", "-q", "-e", "-c", command, "/dev/null")
            .redirectErrorStream(true)
            .redirectOutput(screen.toFile());
    builder.environment().clear();
    builder.environment().putAll(variables);
    process = builder.start();
    keys = process.getOutputStream();
    EndToEnd.await("the first prompt", () -> Files.exists(directory.resolve("ready")));
  }

  /** Types a text and the key of completion, and returns what then stands in the line. */
  String completed(String typed) throws InterruptedException {
    press(typed + TAB + WRITE);
    asked++;
    EndToEnd.await("an answer to " + typed, () -> ends() >= asked);
    press(CLEAR);
    String[] all = read(lines).split("--\n", -1);
    return all[asked - 1].strip();
  }

  private long ends() {
    return Files.exists(lines) ? read(lines).lines().filter("--"::equals).count() : 0;
  }

  private void press(String text) {
    try {
      keys.write(text.getBytes(UTF_8));
      keys.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(read(screen), e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> all = process.descendants().toList();
    all.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
