package dev.reglogout.cli;

import dev.reglogout.logout.Logout;
import dev.reglogout.logout.StoredCredential;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Tells a shell what may stand where the cursor is.
 *
 * <p>Asked by the scripts, and by docker, as {@code reglogout __complete WORD...}: the words typed
 * so far, the last of them being the one to complete. The answer is of the form that docker reads:
 * one candidate a line, behind a tab what it means, then {@code :0} if paths may stand there, too,
 * else {@code :4}.
 */
final class Completion {
  /** The first argument of a question; and the same by who wants no descriptions. */
  static final String QUESTION = "__complete";

  static final String QUESTION_FOR_NAMES = "__completeNoDesc";

  /** What a helper may take: a shell waits for the answer. */
  private static final Duration LIMIT = Duration.ofMillis(400);

  private static final String PATHS_TOO = ":0";
  private static final String NO_PATHS = ":4";

  private final Context context;
  private final boolean described;

  Completion(Context context, boolean described) {
    this.context = context;
    this.described = described;
  }

  /** Answers, and returns the exit code. */
  int answer(List<String> words) {
    List<String> typed = words.subList(0, Math.max(0, words.size() - 1));
    String current = words.isEmpty() ? "" : words.get(words.size() - 1);
    context.out().println(offer(new TypedWords(typed), current) ? PATHS_TOO : NO_PATHS);
    return ExitCode.DONE;
  }

  /** Prints the candidates, and returns whether paths may stand there, too. */
  private boolean offer(TypedWords typed, String current) {
    if (typed.isHelp()) {
      offerCommands(current);
      return false;
    }
    if (typed.awaiting() != null) {
      if (typed.awaiting().equals("--helper")) {
        ExplainHelp.HELPERS.forEach(helper -> offer(helper, "", current));
      }
      return typed.awaiting().equals("--config");
    }
    if (current.startsWith("-") && !typed.onlyServers()) {
      offerOptions(typed.spec(), current);
      return current.startsWith("--config=");
    }
    if (typed.isNothing()) {
      offerCommands(current);
      offer("help", "show the help of a command", current);
    }
    if (typed.takesServers()) {
      registries(typed).forEach(registry -> offer(registry, "", current));
    } else if (typed.command().name().equals("completion") && typed.servers().isEmpty()) {
      CompletionHelp.SHELLS.forEach(shell -> offer(shell, "", current));
    }
    return false;
  }

  private void offerCommands(String current) {
    for (CommandModel command : CommandModel.ALL) {
      if (command != CommandModel.LOGOUT) {
        offer(command.name(), command.summary(), current);
      }
    }
  }

  private void offerOptions(CommandSpec spec, String current) {
    for (OptionSpec option : spec.options()) {
      for (String name : option.names()) {
        offer(name, String.join(" ", option.description()), current);
      }
    }
  }

  private void offer(String candidate, String meaning, String current) {
    if (candidate.startsWith(current)) {
      PrintStream out = context.out();
      out.println(described && !meaning.isEmpty() ? candidate + "\t" + meaning : candidate);
    }
  }

  /**
   * Returns the registries to choose from: what is stored and can be typed in any shell as it is.
   */
  private Set<String> registries(TypedWords typed) {
    List<String> configs = new ArrayList<>();
    for (String config : typed.configs()) {
      configs.add(inHome(config));
    }
    Set<String> names = new LinkedHashSet<>();
    for (StoredCredential credential :
        Logout.in(
                context.environment(),
                context.settings(configs, typed.everywhere(), LIMIT, false, true))
            .inventory(List.of())
            .credentials()) {
      String name = credential.registry();
      if (credential.isStored() && InventoryText.isServer(name) && isHarmless(name)) {
        names.add(name);
      }
    }
    typed.servers().forEach(names::remove);
    return names;
  }

  /** Returns a path with the home for its {@code ~}, which a shell has not replaced yet. */
  private String inHome(String path) {
    if (!path.startsWith("~/")) {
      return path;
    }
    return context.environment().get("HOME").map(home -> home + path.substring(1)).orElse(path);
  }

  /** Returns whether no shell sees more in a name than a name; keys of files are anybody's text. */
  private static boolean isHarmless(String name) {
    return !name.isEmpty()
        && !name.startsWith("-")
        && name.chars()
            .allMatch(
                c ->
                    (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || "._-:/[]".indexOf(c) >= 0);
  }
}
