package dev.reglogout.e2e;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A program that logs out of one registry of a shared file.
 *
 * @param name how it is called
 * @param words its command line, in which FILE and FOLDER stand for the file, and HOST for the
 *     registry
 */
record Contender(String name, List<String> words) {

  static Contender ours() {
    return new Contender(
        "reglogout",
        Stream.concat(Program.underTest().words().stream(), Stream.of("--config", "FILE", "HOST"))
            .toList());
  }

  static Contender docker() {
    return new Contender("docker", List.of("docker", "--config", "FOLDER", "logout", "HOST"));
  }

  static Contender podman() {
    return new Contender("podman", List.of("podman", "logout", "--authfile", "FILE", "HOST"));
  }

  /** Returns the same program with its file steps and their times written down. */
  Contender watched() {
    List<String> watched = new ArrayList<>(List.of("strace", "-f", "--seccomp-bpf", "-qq", "-ttt"));
    watched.addAll(List.of("-e", "trace=openat,readlink,rename", "-o", "FOLDER.HOST.trace"));
    watched.addAll(words);
    return new Contender(name, watched);
  }

  /** Returns where a watched run's steps are written. */
  static Path trace(Path file, String host) {
    return Path.of(file.getParent() + "." + host + ".trace");
  }

  /** Returns where a run's stderr is written. */
  static Path err(Path file, String host) {
    return Path.of(file.getParent() + "." + host + ".err");
  }

  /** Starts it. */
  Process start(Path file, String host, Map<String, String> environment) throws IOException {
    List<String> command =
        words.stream()
            .map(
                word ->
                    word.replace("FILE", file.toString())
                        .replace("FOLDER", file.getParent().toString())
                        .replace("HOST", host))
            .toList();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(err(file, host).toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }
}
