package dev.reglogout.messages;

import dev.reglogout.store.Environment.Os;
import java.util.Map;

/**
 * Fills facts into a text.
 *
 * <p>{@code {path}} is a gap for a fact; within back-ticks, where commands stand, it is quoted for
 * a shell. {@code [[of {path} and {user}||of {path}||of neither]]} is the first part of which all
 * facts are known, else the last. A fact that nothing is known of is a plain word, such as "the
 * file".
 */
final class Template {
  private static final String SAFE_IN_A_SHELL = "+,-./:=@_%";

  private final Map<String, String> facts;
  private final boolean windows;
  private final StringBuilder filled = new StringBuilder();
  private boolean command;

  private Template(Map<String, String> facts, Os os) {
    this.facts = facts;
    this.windows = os == Os.WINDOWS;
  }

  static String fill(String template, Map<String, String> facts, Os os) {
    if (template.indexOf('{') < 0 && template.indexOf('[') < 0) {
      return template;
    }
    Template filling = new Template(facts, os);
    filling.addAll(template);
    return filling.filled.toString();
  }

  private void addAll(String template) {
    int from = 0;
    int start = template.indexOf("[[");
    while (start >= 0) {
      int end = template.indexOf("]]", start);
      addText(template.substring(from, start));
      addFirstComplete(template.substring(start + 2, end));
      from = end + 2;
      start = template.indexOf("[[", from);
    }
    addText(template.substring(from));
  }

  /** The last part is taken also if facts of it are not known. */
  private void addFirstComplete(String parts) {
    int from = 0;
    int end = parts.indexOf("||");
    while (end >= 0) {
      String part = parts.substring(from, end);
      if (isComplete(part)) {
        addText(part);
        return;
      }
      from = end + 2;
      end = parts.indexOf("||", from);
    }
    addText(parts.substring(from));
  }

  private boolean isComplete(String text) {
    for (int i = text.indexOf('{'); i >= 0; i = text.indexOf('{', i + 1)) {
      String name = gap(text, i);
      if (name != null && fact(name) == null) {
        return false;
      }
    }
    return true;
  }

  private void addText(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String name = c == '{' ? gap(text, i) : null;
      if (name == null) {
        command ^= c == '`';
        filled.append(c);
      } else {
        String value = fact(name);
        if (value == null) {
          filled.append(command ? commandWord(name) : word(name));
        } else {
          filled.append(command && !name.equals("words") ? quoted(value) : value);
        }
        i += name.length() + 1;
      }
    }
  }

  /** Returns the name of the gap that begins there, or null if it is only a brace. */
  private static String gap(String text, int start) {
    int end = start + 1;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    boolean gap = end > start + 1 && end < text.length() && text.charAt(end) == '}';
    return gap ? text.substring(start + 1, end) : null;
  }

  private String fact(String name) {
    String value = facts.get(name);
    if (value == null && name.equals("program") && facts.containsKey("helper")) {
      return "docker-credential-" + facts.get("helper");
    }
    return value;
  }

  private String quoted(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean safe =
          Character.isLetterOrDigit(c) || SAFE_IN_A_SHELL.indexOf(c) >= 0 || windows && c == '\\';
      if (!safe) {
        return windows ? '"' + value + '"' : "'" + value.replace("'", "'\\''") + "'";
      }
    }
    return value;
  }

  private static String commandWord(String name) {
    return switch (name) {
      case "program" -> "docker-credential-NAME";
      case "registry" -> "HOST";
      case "path" -> "FILE";
      case "directory" -> "DIRECTORY";
      default -> "NAME";
    };
  }

  private static String word(String name) {
    return switch (name) {
      case "program" -> "the helper";
      case "helper" -> "its name";
      case "path" -> "the file";
      case "directory" -> "its directory";
      case "registry" -> "that registry";
      case "member" -> "credsStore or credHelpers";
      case "user" -> "another user";
      case "seconds", "exitCode", "line" -> "some";
      case "words" -> "see what it says";
      default -> "something";
    };
  }
}
