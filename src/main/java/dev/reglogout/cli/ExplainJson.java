package dev.reglogout.cli;

import com.google.gson.stream.JsonWriter;
import dev.reglogout.messages.FoundMessage;
import dev.reglogout.messages.KnownMessage;
import java.io.IOException;
import java.util.List;

/** Prints known messages for programs: one JSON document, described in {@code docs/json.md}. */
final class ExplainJson {
  private static final int VERSION = 1;

  private final Context context;

  ExplainJson(Context context) {
    this.context = context;
  }

  void print(List<FoundMessage> messages, boolean cutOff, int exitCode) {
    context
        .out()
        .println(
            JsonReport.document(
                json -> {
                  json.name("version").value(VERSION);
                  json.name("exitCode").value(exitCode);
                  json.name("cutOff").value(cutOff);
                  json.name("messages").beginArray();
                  for (FoundMessage message : messages) {
                    write(json, message);
                  }
                  json.endArray();
                }));
  }

  private void write(JsonWriter json, FoundMessage found) throws IOException {
    KnownMessage message = found.message();
    json.beginObject();
    json.name("id").value(message.id());
    json.name("certain").value(found.certain());
    json.name("topic").value(message.topic());
    json.name("outcome").value(message.outcome());
    json.name("meaning").value(message.meaning());
    json.name("logout").value(message.logout());
    json.name("advice").value(message.advice(context.environment().os(), found.facts()));
    json.name("avoid").value(message.avoid().isEmpty() ? null : message.avoid());
    json.name("source").value(message.source());
    json.name("sample").value(message.sample());
    json.endObject();
  }
}
