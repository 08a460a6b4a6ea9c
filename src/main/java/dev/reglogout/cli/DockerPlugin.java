package dev.reglogout.cli;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Answers docker, which calls its plugins in a way of its own: {@code docker reglogout}.
 *
 * <p>It asks for {@code docker-cli-plugin-metadata} before each use, then passes on its whole
 * command line, its own options first: {@code --config DIR reglogout ARGS...}. So docker/cli,
 * cli-plugins/manager, of version 18.09 and later. The launcher, called as {@code
 * docker-reglogout}, puts {@link #CALL} in front.
 */
final class DockerPlugin {
  /** The first argument when docker calls. */
  static final String CALL = "__docker";

  private static final String NAME = "reglogout";
  private static final Set<String> OPTIONS_WITH_VALUE =
      Set.of(
          "--config", "--context", "--host", "--log-level", "--tlscacert", "--tlscert", "--tlskey");
  private static final String LETTERS_WITH_VALUE = "cHl";

  private final Context context;

  DockerPlugin(Context context) {
    this.context = context;
  }

  /**
   * Answers, and returns the exit code.
   *
   * @param arguments docker's, as it passes them on
   */
  int run(List<String> arguments) {
    String first = arguments.isEmpty() ? "" : arguments.get(0);
    if (first.equals("docker-cli-plugin-metadata")) {
      context.out().println(metadata());
      context.out().flush();
      return ExitCode.DONE;
    }
    List<String> ours = new ArrayList<>();
    String config = null;
    int at = 0;
    while (at < arguments.size() && arguments.get(at).startsWith("-")) {
      String option = arguments.get(at);
      boolean apart = takesNext(option);
      if (option.startsWith("--config=")) {
        config = option.substring("--config=".length());
      } else if (option.equals("--config") && at + 1 < arguments.size()) {
        config = arguments.get(at + 1);
      }
      at += apart ? 2 : 1;
    }
    boolean forHelp = at < arguments.size() && isForHelp(arguments.get(at));
    if (forHelp) {
      ours.add(arguments.get(at));
      at++;
    }
    if (at >= arguments.size() || !arguments.get(at).equals(NAME)) {
      TextReport.complain(
          context.err(),
          "this is a plugin of docker's: call it as `docker reglogout`, or call reglogout",
          context.coloursOnStderr());
      context.err().flush();
      return ExitCode.USAGE;
    }
    ours.addAll(arguments.subList(at + 1, arguments.size()));
    return new Cli(config == null ? context : context.withDockerConfig(config)).run(ours);
  }

  /** Returns whether the name of the plugin follows a word: for help, and for completion. */
  private static boolean isForHelp(String word) {
    return word.equals("help")
        || word.equals(Completion.QUESTION)
        || word.equals(Completion.QUESTION_FOR_NAMES);
  }

  /** Returns whether the next word is the value of an option of docker's. */
  private static boolean takesNext(String option) {
    if (option.startsWith("--")) {
      return OPTIONS_WITH_VALUE.contains(option);
    }
    for (int i = 1; i < option.length(); i++) {
      if (LETTERS_WITH_VALUE.indexOf(option.charAt(i)) >= 0) {
        return i == option.length() - 1; // else what follows the letter is the value
      }
    }
    return false;
  }

  private static String metadata() {
    JsonObject metadata = new JsonObject();
    metadata.addProperty("SchemaVersion", "0.1.0");
    metadata.addProperty("Vendor", "reglogout");
    metadata.addProperty("Version", Cli.version());
    metadata.addProperty("ShortDescription", "Log out of registries, and see that it is so");
    return metadata.toString();
  }
}
