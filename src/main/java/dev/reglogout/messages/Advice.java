package dev.reglogout.messages;

import dev.reglogout.store.Environment.Os;

/**
 * What to do about something, for each family of operating systems; with gaps for facts.
 *
 * @param linux for Linux and other systems of its kind
 * @param macos for macOS
 * @param windows for Windows
 */
record Advice(String linux, String macos, String windows) {
  /** Returns advice that is the same everywhere. */
  static Advice everywhere(String text) {
    return new Advice(text, text, text);
  }

  String on(Os os) {
    return switch (os) {
      case LINUX -> linux;
      case MACOS -> macos;
      case WINDOWS -> windows;
    };
  }

  boolean isTheSameEverywhere() {
    return linux.equals(macos) && linux.equals(windows);
  }
}
