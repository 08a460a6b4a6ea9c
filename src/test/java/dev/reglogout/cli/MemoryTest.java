package dev.reglogout.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reglogout.store.StopSignal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
  @TempDir Path directory;

  @Test
  void whatIsTooLargeForTheMemoryIsSaidToBe() {
    Machine machine = new Machine(directory).config("{\"credsStore\": \"keeper\"}");
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Context context =
        new Context(
            machine.environment(),
            InputStream.nullInputStream(),
            new PrintStream(new ByteArrayOutputStream(), false, UTF_8),
            new PrintStream(err, false, UTF_8),
            Terminals.NONE,
            () -> {
              throw new OutOfMemoryError("Java heap space"); // at the first call of a helper
            },
            new StopSignal(),
            null);

    int exit = new Cli(context).run(List.of("--timeout", "1", "-v", "ghcr.io"));

    assertEquals(1, exit);
    assertEquals(
        "reglogout: a file or a helper holds more than there is memory for; a credential may remain."
            + " see what fills it",
        err.toString(UTF_8).lines().findFirst().orElse(""));
  }
}
