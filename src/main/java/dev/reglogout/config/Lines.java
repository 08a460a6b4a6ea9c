package dev.reglogout.config;

import java.util.Arrays;

/** Tells on which line of a text something stands; the text is gone through once. */
final class Lines {
  private final byte[] text;
  private int[] ends; // null before it was asked for

  Lines(byte[] text) {
    this.text = text;
  }

  /** Returns the line of a position, from 1 on. */
  int at(int position) {
    if (ends == null) {
      ends = ends();
    }
    int found = Arrays.binarySearch(ends, position);
    return (found < 0 ? -found - 1 : found) + 1;
  }

  private int[] ends() {
    int[] all = new int[16];
    int count = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n') {
        if (count == all.length) {
          all = Arrays.copyOf(all, 2 * count);
        }
        all[count++] = i;
      }
    }
    return Arrays.copyOf(all, count);
  }
}
