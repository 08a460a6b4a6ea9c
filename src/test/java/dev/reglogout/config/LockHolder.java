package dev.reglogout.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Another run, as far as its lock goes: holds it until it reads a byte, or is killed. */
final class LockHolder {
  private LockHolder() {}

  public static void main(String[] arguments) throws IOException {
    Path path = Path.of(arguments[0]);
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      file.lock();
      file.write(ByteBuffer.allocate(1), 4711);
      System.out.write('!');
      System.out.flush();
      if (System.in.read() >= 0) {
        Files.delete(path);
      }
    }
  }

  /** Starts a process that holds the lock when this returns. */
  static Process start(Path lockFile) throws Exception {
    Path classes =
        Path.of(LockHolder.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes.toString(),
                LockHolder.class.getName(),
                lockFile.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.getInputStream().read() != '!') {
      throw new IllegalStateException("the lock is not held");
    }
    return process;
  }
}
