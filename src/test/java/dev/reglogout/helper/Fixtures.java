package dev.reglogout.helper;

import dev.reglogout.store.StopSignal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The helpers in {@code helpers-fixtures}, and the log they keep in a directory of one test. */
final class Fixtures {
  static final Duration LONG = Duration.ofSeconds(20);
  static final Duration SHORT = Duration.ofMillis(300);

  private static final Path FIXTURES = Path.of("helpers-fixtures").toAbsolutePath();

  private final Path directory;

  Fixtures(Path directory) {
    this.directory = directory;
  }

  /** Returns a process of a fixture. */
  HelperProcess process(String fixture, Duration limit) {
    return process(fixture, limit, null, new StopSignal());
  }

  HelperProcess process(String fixture, Duration limit, OutputStream stderr, StopSignal stop) {
    Path program = FIXTURES.resolve("docker-credential-" + fixture);
    return new HelperProcess(program, variables(), limit, stderr, stop);
  }

  /** Returns a process of a script of the test's own, with the verb as {@code $1}. */
  HelperProcess script(String body, Duration limit) {
    return script(body, limit, new StopSignal());
  }

  HelperProcess script(String body, Duration limit, StopSignal stop) {
    try {
      Path program = directory.resolve("docker-credential-script");
      Files.writeString(program, "#!/bin/sh\nPATH=/usr/bin:/bin\n" + body + "\n");
      program.toFile().setExecutable(true);
      return new HelperProcess(program, variables(), limit, null, stop);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a file for a script to write to. */
  Path file(String name) {
    return directory.resolve(name);
  }

  /** Returns the calls so far: name, verb, and stdin in hex. */
  List<String> calls() {
    Path log = file("calls.log");
    try {
      return Files.exists(log) ? Files.readAllLines(log) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>();
    variables.put("REGLOGOUT_FIXTURE_LOG", file("calls.log").toString());
    variables.put("REGLOGOUT_FIXTURE_STORE", file("entries").toString());
    return variables;
  }
}
