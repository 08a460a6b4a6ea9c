package dev.reglogout.cli;

import com.google.gson.stream.JsonWriter;
import dev.reglogout.logout.LogoutReport;
import dev.reglogout.logout.RegistrySteps;
import dev.reglogout.logout.Step;
import dev.reglogout.logout.StoreProblem;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.Verdict;
import dev.reglogout.store.Warning;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** Prints a report for programs: one JSON document, described in {@code docs/json.md}. */
final class JsonReport {
  private static final int VERSION = 1;

  private JsonReport() {}

  static void print(PrintStream out, LogoutReport report, boolean dryRun, int exitCode) {
    out.println(document(json -> write(json, report, dryRun, exitCode)));
  }

  /** Prints the document of wrong usage. */
  static void printError(PrintStream out, String message) {
    out.println(
        document(
            json -> {
              json.name("version").value(VERSION);
              json.name("error").value(message);
              json.name("exitCode").value(ExitCode.USAGE);
            }));
  }

  @FunctionalInterface
  interface Content {
    void writeTo(JsonWriter json) throws IOException;
  }

  /** Returns a document, safe to be shown on a terminal. */
  static String document(Content content) {
    StringWriter text = new StringWriter();
    JsonWriter json = new MaskingWriter(text);
    json.setIndent("  ");
    json.setSerializeNulls(true);
    try {
      json.beginObject();
      content.writeTo(json);
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return escapedActing(text.toString());
  }

  /** Hides the passwords of URLs in whatever text is written. */
  private static final class MaskingWriter extends JsonWriter {
    MaskingWriter(Writer out) {
      super(out);
    }

    @Override
    public JsonWriter value(String value) throws IOException {
      return super.value(value == null ? null : Shown.withoutPasswords(value));
    }
  }

  /** JSON lets characters from U+007F on stand that a terminal may act on. */
  private static String escapedActing(String json) {
    if (json.codePoints().noneMatch(JsonReport::mustBeEscaped)) {
      return json;
    }
    StringBuilder shown = new StringBuilder();
    json.codePoints()
        .forEach(
            c -> {
              if (mustBeEscaped(c)) {
                for (char half : Character.toChars(c)) {
                  shown.append("\\u%04x".formatted((int) half));
                }
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  private static boolean mustBeEscaped(int c) {
    return c >= 0x7F && Shown.acts(c);
  }

  private static void write(JsonWriter json, LogoutReport report, boolean dryRun, int exitCode)
      throws IOException {
    json.name("version").value(VERSION);
    json.name("dryRun").value(dryRun);
    json.name("changed").value(report.changed());
    json.name("loggedOut").value(isLoggedOut(report));
    json.name("exitCode").value(exitCode);
    json.name("registries").beginArray();
    for (RegistrySteps registry : report.registries()) {
      writeRegistry(json, registry);
    }
    json.endArray();
    json.name("unsearched").beginArray();
    for (StoreProblem problem : report.unsearched()) {
      writeProblem(json, problem);
    }
    json.endArray();
    writeWarnings(json, report.warnings());
  }

  static void writeWarnings(JsonWriter json, List<Warning> warnings) throws IOException {
    json.name("warnings").beginArray();
    for (Warning warning : warnings) {
      json.beginObject();
      json.name("id").value(warning.id());
      json.name("text").value(warning.text());
      json.endObject();
    }
    json.endArray();
  }

  private static boolean isLoggedOut(LogoutReport report) {
    for (RegistrySteps registry : report.registries()) {
      if (!loggedOut(registry)) {
        return false;
      }
    }
    return report.unsearched().isEmpty();
  }

  /** Writes why a store could not be searched, or not all of it. */
  static void writeProblem(JsonWriter json, StoreProblem problem) throws IOException {
    json.beginObject();
    json.name("store").value(problem.store());
    json.name("reason").value(problem.reason());
    json.name("detail").value(problem.text());
    json.endObject();
  }

  private static boolean loggedOut(RegistrySteps registry) {
    return registry.loggedOut() && !registry.any(Verdict.PLANNED);
  }

  private static void writeRegistry(JsonWriter json, RegistrySteps registry) throws IOException {
    json.beginObject();
    json.name("registry").value(RegistryKey.of(registry.registry().identity()).masked());
    json.name("given")
        .value(registry.registry().given().map(g -> RegistryKey.of(g).masked()).orElse(null));
    json.name("loggedOut").value(loggedOut(registry));
    json.name("revoked").value(registry.revoked());
    json.name("steps").beginArray();
    for (Step step : registry.steps()) {
      writeStep(json, step);
    }
    json.endArray();
    json.endObject();
  }

  private static void writeStep(JsonWriter json, Step step) throws IOException {
    Outcome outcome = step.outcome();
    json.beginObject();
    json.name("store").value(step.store().name());
    json.name("kind").value(step.isInline() ? "inline" : "helper");
    json.name("form").value(step.store().form());
    json.name("tool").value(step.store().tool());
    json.name("key").value(step.entry() == null ? null : step.entry().key().masked());
    json.name("user").value(step.entry() == null ? null : step.entry().user());
    json.name("verdict").value(outcome.verdict().id());
    json.name("verified").value(outcome.verified());
    json.name("reason").value(outcome.reason());
    json.name("detail").value(outcome.detail());
    json.endObject();
  }
}
