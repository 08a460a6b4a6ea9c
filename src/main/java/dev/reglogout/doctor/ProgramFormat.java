package dev.reglogout.doctor;

import dev.reglogout.store.Environment.Os;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Tells a program of another system by its first bytes.
 *
 * <p>Java hands what the kernel refuses to the shell, whose words about it explain nothing. A
 * program of another system may well run, where something is installed for that; so the format only
 * explains why one does not.
 */
final class ProgramFormat {
  /** The kernel's name for the program that asks. */
  private static final Path SELF = Path.of("/proc/self/exe");

  /** The first bytes of an ELF file hold its processor, in the last two of these. */
  private static final int HEAD = 20;

  private ProgramFormat() {}

  /** Returns what a program is made for, if that is known to be another system than this. */
  static Optional<String> foreign(Path program, Os os) {
    if (os != Os.LINUX) {
      return Optional.empty();
    }
    try {
      byte[] head = head(program);
      if (startsWith(head, 'M', 'Z')) {
        return Optional.of("Windows");
      }
      if (startsWith(head, 0xCF, 0xFA, 0xED, 0xFE) || startsWith(head, 0xCA, 0xFE, 0xBA, 0xBE)) {
        return Optional.of("macOS");
      }
      boolean elf = startsWith(head, 0x7F, 'E', 'L', 'F') && head.length == HEAD;
      return elf && !Arrays.equals(processor(head), processor(head(SELF)))
          ? Optional.of("another processor")
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static byte[] head(Path program) throws IOException {
    try (InputStream in = Files.newInputStream(program)) {
      return in.readNBytes(HEAD);
    }
  }

  private static byte[] processor(byte[] head) {
    return Arrays.copyOfRange(head, HEAD - 2, HEAD);
  }

  private static boolean startsWith(byte[] head, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= head.length || head[i] != (byte) magic[i]) {
        return false;
      }
    }
    return true;
  }
}
