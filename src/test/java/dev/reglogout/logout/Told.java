package dev.reglogout.logout;

import dev.reglogout.helper.Helpers;
import dev.reglogout.store.Environment;
import dev.reglogout.store.Environment.Os;
import dev.reglogout.store.Observer;
import dev.reglogout.store.StopSignal;
import dev.reglogout.store.Warning;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What plans and reports tell, in lines that are short enough to compare. */
final class Told {
  private Told() {}

  /** Returns the steps as {@code VERDICT KEY in STORE}, files by their name alone. */
  static List<String> steps(List<RegistrySteps> registries) {
    return registries.stream()
        .flatMap(registry -> registry.steps().stream())
        .map(Told::step)
        .toList();
  }

  static String step(Step step) {
    String key = step.entry() == null ? "-" : step.entry().key().text();
    String store = String.valueOf(Path.of(step.store().name()).getFileName());
    return "%s %s in %s".formatted(step.outcome().verdict().id(), key, store);
  }

  /** Returns the ids of warnings. */
  static List<String> warnings(List<Warning> warnings) {
    return warnings.stream().map(Warning::id).toList();
  }

  /** Returns the helpers of a machine on which nothing is installed. */
  static Helpers helpers() {
    return helpers(Environment.of(Map.of(), Os.LINUX));
  }

  static Helpers helpers(Environment environment) {
    Duration limit = Duration.ofSeconds(20);
    return new Helpers(environment, limit, null, new StopSignal(), Observer.NONE);
  }
}
