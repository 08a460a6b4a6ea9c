package dev.reglogout.cli;

import dev.reglogout.messages.FoundMessage;
import dev.reglogout.messages.KnownMessage;
import dev.reglogout.store.Environment.Os;
import java.io.PrintStream;
import java.util.List;

/** Prints known messages for people; in a pipe, each part on one line. */
final class ExplainText {
  /** Wider lines are hard to read. */
  private static final int WIDEST = 88;

  /** How many messages are explained in full; of the others only the ids are told. */
  private static final int IN_FULL = 3;

  private static final String DO_NOT = "do not ";

  private static final String HELPERS = "if a credential helper said this: ";
  private static final String FILES = "if this is about the file that keeps docker's logins: ";
  private static final String REGISTRIES = "if a registry or its client said this: ";

  private final PrintStream out;
  private final int columns;
  private final Os os;

  ExplainText(Context context) {
    this.out = context.out();
    this.columns = context.columns();
    this.os = context.environment().os();
  }

  /** Prints what is known of messages, the most important first. */
  void print(List<FoundMessage> messages) {
    for (int i = 0; i < Math.min(IN_FULL, messages.size()); i++) {
      if (i > 0) {
        out.println();
      }
      print(messages.get(i));
    }
    if (messages.size() > IN_FULL) {
      List<String> others =
          messages.subList(IN_FULL, messages.size()).stream()
              .map(found -> found.message().id())
              .toList();
      out.println();
      print("", "Also in the text (`reglogout explain ID`): " + String.join(", ", others));
    }
    if (messages.stream().anyMatch(found -> !found.certain())) {
      out.println();
      print(
          "",
          "Not certain: other programs say the same, and nothing around it tells who said it. Give"
              + " more of the text, or the helper's name: `reglogout explain --helper NAME`");
    }
  }

  private void print(FoundMessage found) {
    KnownMessage message = found.message();
    print("", message.id() + ": " + condition(found) + message.meaning());
    print("  Logout:  ", message.logout());
    print("  To do:   ", message.advice(os, found.facts()));
    for (String avoid : message.avoid().split("; (?=" + DO_NOT + ")")) {
      if (!avoid.isEmpty()) {
        print("  Do not:  ", avoid.startsWith(DO_NOT) ? avoid.substring(DO_NOT.length()) : avoid);
      }
    }
  }

  private static String condition(FoundMessage found) {
    if (found.certain()) {
      return "";
    }
    if (found.message().needsContext() == KnownMessage.Context.REGISTRY) {
      return REGISTRIES;
    }
    return found.message().topic().equals("config") ? FILES : HELPERS;
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
  void printTable(List<FoundMessage> messages) {
    TextTable table = new TextTable();
    table.column("ID", TextTable.Cut.END);
    table.column("MEANING", TextTable.Cut.END);
    for (FoundMessage found : messages) {
      KnownMessage message = found.message();
      table.row(List.of(message.id(), Shown.escaped(message.meaning())));
    }
    table.lines(columns).forEach(out::println);
  }
}
