package dev.reglogout.helper;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.reglogout.messages.KnownMessage;
import dev.reglogout.messages.KnownMessages;
import dev.reglogout.store.Environment;
import dev.reglogout.store.StoreException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds programs on a {@code PATH}; entries that are empty or relative do not count. */
public final class HelperPath {
  private final Environment environment;

  /** Creates a search of the environment's {@code PATH}. */
  public HelperPath(Environment environment) {
    this.environment = environment;
  }

  /** Returns whether a program can be found and may be executed. */
  public boolean has(String program) {
    return program(program).isPresent();
  }

  /** Returns the program of a name, if it can be found and may be executed. */
  Optional<Path> program(String name) {
    return search(name, true, true);
  }

  /**
   * Returns the program that docker finds first and refuses to start: one in a relative directory
   * of {@code PATH}, or in an empty one.
   *
   * <p>Go's search ends at the first hit, also where a later directory holds the program, too.
   */
  Optional<Path> refusedByDocker(HelperName name) {
    for (String entry : environment.searchPath()) {
      try {
        Path directory = Path.of(entry);
        if (in(directory, name.program(), true).isPresent()) {
          return directory.isAbsolute()
              ? Optional.empty()
              : Optional.of(directory.resolve(name.program()));
        }
      } catch (InvalidPathException e) {
        // no directory can have this name
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the program of a helper.
   *
   * @throws StoreException if there is none that can be executed
   */
  Path find(HelperName name) throws StoreException {
    name.check();
    Optional<Path> found = search(name.program(), true, true);
    if (found.isPresent()) {
      checkFormat(name, found.get());
      return found.get();
    }
    Optional<Path> notExecutable = search(name.program(), true, false);
    if (notExecutable.isPresent()) {
      throw new StoreException(
          "helper-not-executable",
          notExecutable.get() + " is not executable",
          "chmod +x it, or check how its file system is mounted");
    }
    Optional<Path> untrusted = search(name.program(), false, false);
    if (untrusted.isPresent()) {
      throw new StoreException(
          "helper-not-installed",
          "it is only in '%s', and relative PATH entries do not count"
              .formatted(untrusted.get().getParent() == null ? "" : untrusted.get().getParent()),
          "put it into a directory that stands on PATH from / on");
    }
    Optional<String> meant = name.withoutPrefix();
    if (meant.isPresent()) {
      throw new StoreException(
          "helper-not-installed",
          "it is not installed, for its name begins with docker-credential- twice",
          "write only what follows docker-credential-: \"" + meant.get() + "\"");
    }
    KnownMessage advice = KnownMessages.missing(name.text());
    throw new StoreException("helper-not-installed", "it is not installed", advice.advice());
  }

  private Optional<Path> search(String program, boolean absolute, boolean executable) {
    for (String entry : environment.searchPath()) {
      try {
        Path directory = Path.of(entry);
        if (directory.isAbsolute() == absolute) {
          Optional<Path> found = in(directory, program, executable);
          if (found.isPresent()) {
            return found;
          }
        }
      } catch (InvalidPathException e) {
        // no directory can have this name
      }
    }
    return Optional.empty();
  }

  private Optional<Path> in(Path directory, String program, boolean executable) {
    List<String> endings = new ArrayList<>(environment.programEndings());
    if (endings.removeIf(program.toLowerCase(Locale.ROOT)::endsWith)) {
      endings.add(0, ""); // before x.exe.com, which is another program
    }
    for (String ending : endings) {
      Path file = directory.resolve(program + ending);
      if (Files.isRegularFile(file) && (!executable || Files.isExecutable(file))) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /**
   * Refuses a text file that names no interpreter.
   *
   * <p>Java would hand it to the shell, and an empty one would then say yes to everything.
   */
  private void checkFormat(HelperName name, Path file) throws StoreException {
    if (environment.os() == Environment.Os.WINDOWS) {
      return;
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(512);
    } catch (IOException e) {
      return; // executable but not readable: the operating system decides
    }
    if (head.length >= 2 && head[0] == '#' && head[1] == '!') {
      checkInterpreter(new String(head, UTF_8));
      return;
    }
    for (byte b : head) {
      if (b == 0) {
        return; // a binary; whether it is one for this machine shows when it is run
      }
    }
    throw new StoreException(
        "helper-bad-format",
        file + " is no program (exec format error)",
        "reinstall " + name.program() + ", or give the script a first line such as #!/bin/sh");
  }

  private static void checkInterpreter(String head) throws StoreException {
    // as the kernel reads it: a carriage return is part of the name
    String line = head.substring(2).split("\n", 2)[0].replaceFirst("^[ \t]+", "");
    String interpreter = line.split("[ \t]", 2)[0];
    if (interpreter.startsWith("/") && !new File(interpreter).exists()) {
      throw new StoreException(
          "helper-bad-interpreter",
          "its interpreter " + interpreter + " does not exist",
          "install the interpreter, or correct the first line of the script");
    }
  }
}
