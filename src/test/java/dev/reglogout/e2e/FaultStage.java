package dev.reglogout.e2e;

import dev.reglogout.cli.Machine;
import dev.reglogout.e2e.FaultCase.End;
import dev.reglogout.e2e.FaultCase.User;
import dev.reglogout.real.RealHelpers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings a fault about, runs the program, and says what became of the file. */
final class FaultStage {
  static final String SECRET = "c2VjcmV0OnMzY3JldA==";
  static final String CONFIG =
      "{\n\t\"auths\": {\n\t\t\"ghcr.io\": {\"auth\": \"%s\"},\n\t\t\"q.io\": {\"auth\": \"cTpx\"}\n\t}\n}"
          .formatted(SECRET);
  private static final String REPLACED =
      "{\n\t\"auths\": {\n\t\t\"q.io\": {\"auth\": \"cTpx\"}\n\t}\n}";
  private static final String ENTRY = "\"ghcr.io\": {\"auth\": \"%s\"},\n\t\t".formatted(SECRET);
  private static final String IN_PLACE = CONFIG.replace(ENTRY, " ".repeat(ENTRY.length()));

  /** Arguments: the folder, a spare one, and the program; the state is put into the spare one. */
  private static final String SCRIPT =
      """
      PATH=/usr/sbin:/usr/bin:/sbin:/bin
      folder=$1 spare=$2 file=$1/config.json
      shift 2
      cp -p "$file" "$spare/c"
      (ls -A "$folder"; echo filler) >"$spare/known"
      { BEFORE; } || exit 99
      stat -Lc %i "$file" >"$spare/inode" 2>/dev/null
      "$@"
      code=$?
      [ ! -f "$file" ] || { cat "$file" >"$spare/text"; stat -Lc %i "$file" >"$spare/inode-now"; }
      ls -A "$folder" | grep -vxFf "$spare/known" >"$spare/left"
      chattr -ia "$file" "$folder" 2>/dev/null
      exit "$code"
      """;

  private final Path directory;
  private final Program program;

  FaultStage(Path directory, Program program) {
    this.directory = directory;
    this.program = program;
  }

  /**
   * What was seen.
   *
   * @param left names of what lies beside the file and was not there before
   */
  record Seen(int exit, End end, String said, List<String> left, long millis) {}

  /** Runs one case. */
  Seen run(FaultCase fault, Machine machine, Map<String, String> variables)
      throws IOException, InterruptedException {
    machine.config(CONFIG);
    Path spare = Files.createDirectory(directory.resolve("spare"));
    Program user = program;
    List<String> words = new ArrayList<>();
    if (fault.user() == User.NAMESPACE) {
      RealHelpers.require("unshare");
      String unshare = OrdinaryUser.weAreRoot() ? "-m" : "-rm";
      RealHelpers.requireThat(
          OrdinaryUser.exit("unshare", unshare, "true") == 0, "unshare " + unshare + " is refused");
      words.addAll(List.of("unshare", unshare));
    } else if (fault.user() == User.ORDINARY) {
      RealHelpers.requireThat(OrdinaryUser.weAreRoot(), "only root can try: " + fault);
      user = OrdinaryUser.runs(program, directory);
    }
    words.addAll(List.of("/bin/sh", "-c", SCRIPT.replace("BEFORE", fault.before()), "sh"));
    words.addAll(List.of(machine.configDirectory().toString(), spare.toString()));
    if (!fault.injected().isEmpty()) {
      RealHelpers.require("strace");
      words.addAll(List.of("strace", "-f", "-qq", "-o", "/dev/null"));
      fault.injected().forEach(each -> words.addAll(List.of("-e", "inject=" + each)));
    }
    Program.Result result = user.behind(words.toArray(String[]::new)).run(variables, "ghcr.io");
    RealHelpers.requireThat(result.exit() != 99, "this machine cannot do: " + fault.before());
    return new Seen(
        result.exit(),
        end(spare),
        result.exit() == 0 ? result.out() : result.err(),
        Files.readAllLines(spare.resolve("left")),
        result.millis());
  }

  private static End end(Path spare) throws IOException {
    if (!Files.exists(spare.resolve("text"))) {
      return End.NO_FILE;
    }
    String text = Files.readString(spare.resolve("text"));
    boolean same =
        Files.readString(spare.resolve("inode"))
            .equals(Files.readString(spare.resolve("inode-now")));
    if (text.equals(CONFIG) && same) {
      return End.AS_IT_WAS;
    } else if (text.equals(IN_PLACE) && same) {
      return End.IN_PLACE;
    } else if (text.equals(REPLACED) && !same) {
      return End.REPLACED;
    }
    throw new AssertionError("the file is neither of what it may be: " + text);
  }
}
