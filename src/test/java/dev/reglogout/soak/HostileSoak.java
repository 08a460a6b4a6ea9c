package dev.reglogout.soak;

import dev.reglogout.cli.ExplainFuzz;
import dev.reglogout.cli.Machine;
import dev.reglogout.config.CutFuzz;
import dev.reglogout.helper.AnswerFuzz;
import dev.reglogout.registry.RegistryFuzz;
import java.nio.file.Files;

/** The long run of the fuzz tests: a million cuts, then everything else while time is left. */
public final class HostileSoak {
  private static final long CUTS = 1_000_000;

  private HostileSoak() {}

  /** Takes the minutes, and prints a table; a failure ends it with the input in its message. */
  public static void main(String[] arguments) throws Exception {
    long seed = 1;
    CutFuzz cuts = new CutFuzz(seed);
    while (cuts.cuts() < CUTS) { // however long it takes
      cuts.cutOne();
    }
    CutFuzz damaged = new CutFuzz(seed);
    long files = 0;
    for (Minutes time = Minutes.of(arguments, 0.2); time.left(); files++) {
      damaged.damageOne();
    }
    RegistryFuzz registries = new RegistryFuzz(seed);
    long texts = 0;
    for (Minutes time = Minutes.of(arguments, 0.1); time.left(); texts += 2) {
      registries.readOne();
      registries.maskOne();
    }
    AnswerFuzz answers = new AnswerFuzz(seed);
    long read = 0;
    for (Minutes time = Minutes.of(arguments, 0.2); time.left(); read++) {
      answers.listOne();
      if (read % 16 == 0) {
        answers.getOne();
        answers.failOne();
      }
    }
    ExplainFuzz explain =
        new ExplainFuzz(new Machine(Files.createTempDirectory("reglogout-")), seed);
    long explained = 0;
    for (Minutes time = Minutes.of(arguments, 0.1); time.left(); explained++) {
      explain.explainOne();
    }
    System.out.printf("| input, seed %d | tried | failures | test |%n|---|---|---|---|%n", seed);
    row(
        "members cut out of random documents, all else compared with gson's reading",
        cuts.cuts(),
        "CutFuzzTest");
    row(
        "damaged documents: cut right, or refused where gson refuses them (%,d)"
            .formatted(damaged.refused()),
        files,
        "CutFuzzTest");
    row(
        "texts read as registries and keys, half of them with a password (%,d were registries)"
            .formatted(registries.registries()),
        texts,
        "RegistryFuzzTest");
    row(
        "lists of helpers, read as gson reads them or not at all (%,d were lists)"
            .formatted(answers.lists()),
        read,
        "AnswerFuzzTest");
    row(
        "words of helpers about a failure, the slowest understood in %,d ms"
            .formatted(answers.longest() / 1_000_000),
        answers.failures(),
        "AnswerFuzzTest");
    row(
        "texts to `explain`, some of a megabyte, the slowest looked through in %,d ms"
            .formatted(explain.longest() / 1_000_000),
        explained,
        "ExplainFuzzTest");
  }

  private static void row(String input, long tried, String test) {
    System.out.printf("| %s | %,d | 0 | `%s` |%n", input, tried, test);
  }
}
