package dev.reglogout.config;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Another run, as far as its lock goes: holds it until it reads a byte and deletes it, or is
 * killed.
 */
public final class LockHolder {
  private LockHolder() {}

  public static void main(String[] arguments) throws IOException {
    Path path = Path.of(arguments[0]);
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      file.lock();
      System.out.write('!');
      System.out.flush();
      if (System.in.read() >= 0) {
        Files.delete(path);
      }
    }
  }

  /** Starts a process that holds the lock when this returns. */
  public static Process start(Path lockFile, String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(lockFile.toString()));
    arguments.addAll(List.of(more));
    Process process =
        Folder.java(LockHolder.class, arguments).redirectError(Redirect.INHERIT).start();
    if (process.getInputStream().read() != '!') {
      throw new IllegalStateException("the lock is not held");
    }
    return process;
  }
}
