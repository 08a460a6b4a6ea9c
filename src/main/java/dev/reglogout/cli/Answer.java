package dev.reglogout.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads the answer to a question. */
final class Answer {
  private Answer() {}

  /** Returns one line without blanks around it; empty if there is none. */
  static String read(InputStream in) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
        line.write(b);
      }
    } catch (IOException e) {
      return "";
    }
    return line.toString(UTF_8).strip();
  }
}
