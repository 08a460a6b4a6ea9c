package dev.reglogout.messages;

import dev.reglogout.store.Environment.Os;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes {@code docs/messages.md} from the table of known messages. */
final class MessagesPage {
  /** The topics in the order of the page, with their headings. */
  static final Map<String, String> TOPICS = topics();

  private static final String HEAD =
      """
      # Error messages, and what to do about them

      <!-- Written by `make docs`; do not edit. -->

      What docker, podman, credential helpers and reglogout say when a login or logout goes wrong: what it means, what it means
      for a logout, what to do, and what not to do. `reglogout explain` finds these in a text you paste, whatever is wrapped
      around it, and `reglogout explain ID` shows one. Where other programs say the same words, the page says what has to stand
      near them; without it the answer begins with an "if", unless `--helper NAME` tells which helper said them.

      This page is written by `make docs` from one file, `src/main/resources/dev/reglogout/messages/known-messages.json`; what to do
      about what reglogout itself finds comes from the classes named `…Problems` beside `Messages`. To add or change a message,
      change that file and run `make docs`. The first entry that matches counts, so what is special
      stands above what is general; tests hold that each entry's sample is explained by that entry.

      """;

  private MessagesPage() {}

  /** Returns the text of the page. */
  static String text() {
    StringBuilder page = new StringBuilder(HEAD);
    TOPICS.forEach(
        (topic, heading) ->
            page.append("- [%s](#%s) (%d)\n".formatted(heading, topic, of(topic).size())));
    TOPICS.forEach(
        (topic, heading) -> {
          page.append("\n<a id=\"%s\"></a>\n\n## %s\n".formatted(topic, heading));
          of(topic).forEach(message -> append(page, message));
        });
    return page.toString();
  }

  private static List<KnownMessage> of(String topic) {
    return KnownMessages.all().stream().filter(message -> message.topic().equals(topic)).toList();
  }

  private static void append(StringBuilder page, KnownMessage message) {
    page.append("\n### %s\n\n".formatted(message.id()));
    page.append("```text\n%s\n```\n\n".formatted(message.sample().strip()));
    page.append(plain(message.meaning())).append("\n\n");
    item(page, "For a logout", message.logout());
    appendAdvice(page, message);
    if (!message.avoid().isEmpty()) {
      item(page, "Do not", message.avoid().replaceFirst("^do not ", ""));
    }
    switch (message.needsContext()) {
      case LOGIN -> item(page, "Certain", "only near a helper's name, a login or the config file");
      case REGISTRY ->
          item(page, "Certain", "only near a registry, or a client that pulls or pushes");
      case NONE -> {} // no other program says it
    }
    item(page, "Seen", message.source());
  }

  private static void appendAdvice(StringBuilder page, KnownMessage message) {
    if (message.template().isTheSameEverywhere()) {
      item(page, "To do", message.advice());
      return;
    }
    item(page, "To do on Linux", message.advice(Os.LINUX, Map.of()));
    item(page, "To do on macOS", message.advice(Os.MACOS, Map.of()));
    item(page, "To do on Windows", message.advice(Os.WINDOWS, Map.of()));
  }

  private static void item(StringBuilder page, String label, String text) {
    page.append("- **%s:** %s\n".formatted(label, plain(text)));
  }

  /** Returns a text in which nothing outside of back-ticks is Markdown or HTML. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    boolean code = false;
    for (char c : text.toCharArray()) {
      code ^= c == '`';
      if (!code && "*_<>[]\\|~".indexOf(c) >= 0) {
        plain.append('\\');
      }
      plain.append(c);
    }
    return plain.toString();
  }

  private static Map<String, String> topics() {
    Map<String, String> topics = new LinkedHashMap<>();
    topics.put("start", "Finding and starting a helper");
    topics.put("desktop", "Docker Desktop and WSL");
    topics.put("macos", "The macOS keychain");
    topics.put("windows", "The Windows Credential Manager");
    topics.put("keyring", "Linux keyrings: Secret Service and D-Bus");
    topics.put("pass", "pass and GPG");
    topics.put("cloud", "Cloud helpers and dev containers");
    topics.put("answers", "What a helper answers");
    topics.put("config", "The config file");
    topics.put("clients", "docker, podman and other clients");
    topics.put("reglogout", "What reglogout says");
    return topics;
  }
}
