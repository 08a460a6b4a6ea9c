package dev.reglogout.cli;

import com.google.gson.stream.JsonWriter;
import dev.reglogout.helper.Message;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** Prints known messages for programs: one JSON document, described in {@code docs/json.md}. */
final class ExplainJson {
  private static final int VERSION = 1;

  private ExplainJson() {}

  static void print(PrintStream out, List<Message> messages, boolean cutOff, int exitCode) {
    out.println(
        JsonReport.document(
            json -> {
              json.name("version").value(VERSION);
              json.name("exitCode").value(exitCode);
              json.name("cutOff").value(cutOff);
              json.name("messages").beginArray();
              for (Message message : messages) {
                write(json, message);
              }
              json.endArray();
            }));
  }

  private static void write(JsonWriter json, Message message) throws IOException {
    json.beginObject();
    json.name("id").value(message.id());
    json.name("topic").value(message.topic());
    json.name("outcome").value(message.outcome());
    json.name("meaning").value(message.meaning());
    json.name("logout").value(message.logout());
    json.name("advice").value(message.advice());
    json.name("avoid").value(message.avoid().isEmpty() ? null : message.avoid());
    json.name("source").value(message.source());
    json.name("sample").value(message.sample());
    json.endObject();
  }
}
