package dev.reglogout.cli;

import dev.reglogout.messages.KnownMessages;

/** The message table, whose words may change without any test. */
final class Messages {
  private Messages() {}

  /** Returns the advice of an entry. */
  static String advice(String id) {
    return KnownMessages.byId(id).advice();
  }
}
