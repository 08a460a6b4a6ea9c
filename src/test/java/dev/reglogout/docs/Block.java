package dev.reglogout.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A fenced block of a page.
 *
 * @param page where it stands
 * @param line of its fence, from 1
 * @param heading the heading it stands under
 * @param language the word after the fence, empty if there is none
 * @param note the text of the HTML comment right above it, such as {@code scene: pass}; else empty
 * @param text what is between the fences, without the indent of a list
 * @param indent what stands before its fences
 */
record Block(
    Path page, int line, String heading, String language, String note, String text, String indent) {

  /** Returns what the note says after a word and a colon. */
  Optional<String> noted(String word) {
    return note.startsWith(word + ": ")
        ? Optional.of(note.substring(word.length() + 2).strip())
        : Optional.empty();
  }

  /**
   * Returns the commands of a block of kind {@code console}: lines after {@code "$ "}, and those
   * after {@code "> "} that go on with them.
   */
  List<String> commands() {
    List<String> commands = new ArrayList<>();
    boolean open = false;
    for (String line : text.lines().toList()) {
      if (line.startsWith("$ ")) {
        commands.add(line.substring(2));
        open = true;
      } else if (open && line.startsWith("> ")) {
        int last = commands.size() - 1;
        commands.set(last, commands.get(last) + "\n" + line.substring(2));
      } else {
        open = false;
      }
    }
    return commands;
  }

  /** Writes the page with another text in this block. */
  void rewrite(String newText) {
    try {
      String before = Files.readString(page);
      Files.writeString(page, before.replace(asWritten(text), asWritten(newText)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String asWritten(String content) {
    String block = "<!-- %s -->\n```%s\n%s```\n".formatted(note, language, content);
    return block.replaceAll("(?m)^(?=.)", indent);
  }

  @Override
  public String toString() {
    return page + ":" + line;
  }
}
