package dev.reglogout.cli;

import com.google.gson.stream.JsonWriter;
import dev.reglogout.logout.Inventory;
import dev.reglogout.logout.StoreProblem;
import dev.reglogout.logout.StoredCredential;
import dev.reglogout.logout.StoredFile;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Prints an inventory for programs: one JSON document, described in {@code docs/json.md}. */
final class InventoryJson {
  private static final int VERSION = 1;

  private InventoryJson() {}

  static void print(PrintStream out, Inventory inventory, int exitCode) {
    out.println(JsonReport.document(json -> write(json, inventory, exitCode)));
  }

  private static void write(JsonWriter json, Inventory inventory, int exitCode) throws IOException {
    json.name("version").value(VERSION);
    json.name("exitCode").value(exitCode);
    json.name("credentials").beginArray();
    for (StoredCredential credential : inventory.credentials()) {
      writeCredential(json, credential);
    }
    json.endArray();
    json.name("leftOut").beginArray();
    for (Map.Entry<String, Integer> leftOut : inventory.leftOut().entrySet()) {
      json.beginObject();
      json.name("store").value(leftOut.getKey());
      json.name("entries").value(leftOut.getValue());
      json.endObject();
    }
    json.endArray();
    json.name("problems").beginArray();
    for (StoreProblem problem : inventory.problems()) {
      JsonReport.writeProblem(json, problem);
    }
    json.endArray();
    JsonReport.writeWarnings(json, inventory.warnings());
  }

  /** Returns a time in UTC to the second, so that such texts can be compared. */
  private static String time(Instant time) {
    return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static void writeCredential(JsonWriter json, StoredCredential credential)
      throws IOException {
    json.beginObject();
    json.name("registry").value(credential.registry());
    json.name("kind").value(credential.kind().id());
    json.name("store").value(credential.store());
    json.name("key").value(credential.key() == null ? null : credential.key().masked());
    json.name("user").value(credential.user());
    json.name("plainText").value(credential.plainText());
    json.name("shadowed").value(credential.shadowed());
    StoredFile file = credential.file();
    json.name("form").value(file == null ? null : file.form());
    json.name("tool").value(file == null ? null : file.tool());
    json.name("mode").value(file == null ? null : file.mode());
    json.name("openToOthers").value(file == null ? null : file.openToOthers());
    json.name("modified").value(file == null ? null : time(file.modified()));
    json.name("expires").value(time(credential.expires()));
    json.endObject();
  }
}
