package dev.reglogout.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reglogout.real.RealHelpers;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs commands in a scene on a terminal of its own, as somebody sits at one. */
final class Recording {
  /** The prompt and what is typed, as a format of printf. */
  private static final String TYPED = "\u001b[32m$\u001b[0m \u001b[1m%s\u001b[0m\\n";

  private static final String QUESTION = "[y/N] ";
  private static final int LIMIT_SECONDS = 60;

  private Recording() {}

  /**
   * Returns all that the terminal is sent.
   *
   * @param answer what is typed when a question is asked
   */
  static String of(Scene scene, int columns, List<String> commands, String answer) {
    RealHelpers.require("script");
    StringBuilder script = new StringBuilder("stty cols " + columns + "; status=0\n");
    for (String command : commands) {
      String quoted = "'" + command.replace("'", "'\\''") + "'";
      script.append("printf '").append(TYPED).append("' ").append(quoted).append('\n');
      script.append("(exit $status)\n").append(command).append("\nstatus=$?\n");
    }
    scene.file(".commands", script.toString());
    ProcessBuilder builder =
        new ProcessBuilder("script", "-qec", ". \"$HOME/.commands\"", "/dev/null");
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(scene.variables());
    environment.put("TERM", "xterm");
    environment.put("SHELL", "/bin/sh");
    environment.put("COLUMNS", String.valueOf(columns));
    try {
      builder.directory(scene.home().toFile()).redirectErrorStream(true);
      return scene.shown(played(builder.start(), answer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String played(Process terminal, String answer) throws IOException {
    CompletableFuture.delayedExecutor(LIMIT_SECONDS, TimeUnit.SECONDS)
        .execute(terminal::destroyForcibly);
    StringBuilder sent = new StringBuilder();
    boolean answered = false;
    try (Reader out = terminal.inputReader(UTF_8)) {
      int sign = out.read();
      while (sign >= 0) {
        sent.append((char) sign);
        if (!answered && sent.indexOf(QUESTION, sent.length() - QUESTION.length()) >= 0) {
          terminal.getOutputStream().write((answer + "\n").getBytes(UTF_8));
          terminal.getOutputStream().flush();
          answered = true;
        }
        sign = out.read();
      }
      assertEquals(0, terminal.waitFor(), sent.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
    return sent.toString();
  }
}
