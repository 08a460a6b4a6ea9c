package dev.reglogout.cli;

import dev.reglogout.helper.Message;
import java.io.PrintStream;
import java.util.List;

/** Prints known messages for people; in a pipe, each part on one line. */
final class ExplainText {
  /** Wider lines are hard to read. */
  private static final int WIDEST = 88;

  /** How many messages are explained in full; of the others only the ids are told. */
  private static final int IN_FULL = 3;

  private static final String DO_NOT = "do not ";

  private final PrintStream out;
  private final int columns;

  ExplainText(Context context) {
    this.out = context.out();
    this.columns = context.columns();
  }

  /** Prints what is known of messages, the most important first. */
  void print(List<Message> messages) {
    for (int i = 0; i < Math.min(IN_FULL, messages.size()); i++) {
      if (i > 0) {
        out.println();
      }
      print(messages.get(i));
    }
    if (messages.size() > IN_FULL) {
      List<String> others =
          messages.subList(IN_FULL, messages.size()).stream().map(Message::id).toList();
      out.println();
      print("", "Also in the text (`reglogout explain ID`): " + String.join(", ", others));
    }
  }

  private void print(Message message) {
    print("", message.id() + ": " + message.meaning());
    print("  Logout:  ", message.logout());
    print("  To do:   ", message.advice());
    for (String avoid : message.avoid().split("; (?=" + DO_NOT + ")")) {
      if (!avoid.isEmpty()) {
        print("  Do not:  ", avoid.startsWith(DO_NOT) ? avoid.substring(DO_NOT.length()) : avoid);
      }
    }
  }

  private void print(String label, String text) {
    boolean narrow = columns != TextTable.UNLIMITED;
    int width = narrow ? Math.min(columns, WIDEST) - label.length() : columns;
    String before = label;
    for (String line : Paragraph.lines(Shown.escaped(text), Math.max(1, width))) {
      out.println(before + line);
      before = " ".repeat(label.length());
    }
  }

  /** Prints one line for each message. */
  void printTable(List<Message> messages) {
    TextTable table = new TextTable();
    table.column("ID", TextTable.Cut.END);
    table.column("MEANING", TextTable.Cut.END);
    for (Message message : messages) {
      table.row(List.of(message.id(), Shown.escaped(message.meaning())));
    }
    table.lines(columns).forEach(out::println);
  }
}
