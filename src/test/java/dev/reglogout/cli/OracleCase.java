package dev.reglogout.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One case of what docker was seen to do, with what this program is to do instead or as well.
 *
 * @param name as in docker's table
 * @param arguments of the logout
 * @param options put before the arguments
 * @param config the text of config.json; null if there is none
 * @param setting what is special about files and helpers; may be empty
 * @param rules how the helpers behave, see docker-credential-scripted
 * @param stored the keys in the helpers' store before
 * @param needs an option without which there is no case; may be empty
 * @param json whether the case has an answer in JSON, too
 * @param promise "as docker", or which promise of the program holds instead
 * @param exit the exit code
 * @param removed the keys that are gone from the file afterwards
 * @param inPlace whether the file keeps its length, blanks taking the place of what is gone
 * @param left the keys in the helpers' store afterwards
 * @param erases the keys that helpers were sent to erase
 * @param lists how often helpers were asked to list at most
 * @param steps the verdicts, without those of removed keys; more that are absent may be told
 * @param says the first line of stdout; empty if there is none
 * @param stderr words in it; if there are none, it is empty
 */
record OracleCase(
    String name,
    List<String> arguments,
    List<String> options,
    String config,
    String setting,
    List<String> rules,
    List<String> stored,
    String needs,
    boolean json,
    String promise,
    int exit,
    List<String> removed,
    boolean inPlace,
    List<String> left,
    List<String> erases,
    int lists,
    List<String> steps,
    String says,
    List<String> stderr) {

  /** Returns the cases of a file in the resources, in their order. */
  static List<OracleCase> of(String file) {
    JsonObject configs = resource("configs.json", JsonObject.class);
    List<OracleCase> cases = new ArrayList<>();
    resource(file + ".json", JsonArray.class)
        .forEach(one -> cases.add(of(one.getAsJsonObject(), configs)));
    return cases;
  }

  /** Returns whether the work is such that only a process of its own can show it. */
  boolean needsProcess() {
    return needsOrdinaryUser() || setting.equals("fsize0");
  }

  /** Returns whether the case is none for root, who may write everywhere. */
  boolean needsOrdinaryUser() {
    return setting.equals("rodir") || setting.equals("symlink_rodir");
  }

  private static OracleCase of(JsonObject one, JsonObject configs) {
    String config = text(one, "config", null);
    if (config != null && configs.has(config)) {
      config = configs.get(config).getAsString();
    }
    return new OracleCase(
        text(one, "name", null),
        texts(one, "arguments"),
        texts(one, "options"),
        config,
        text(one, "setting", ""),
        texts(one, "rules"),
        texts(one, "stored"),
        text(one, "needs", ""),
        !one.has("json") || one.get("json").getAsBoolean(),
        text(one, "promise", null),
        one.get("exit").getAsInt(),
        texts(one, "removed"),
        one.has("inPlace"),
        texts(one, "left"),
        texts(one, "erases"),
        one.has("lists") ? one.get("lists").getAsInt() : 2,
        texts(one, "steps"),
        text(one, "says", ""),
        texts(one, "stderr"));
  }

  private static String text(JsonObject one, String member, String otherwise) {
    return one.has(member) ? one.get(member).getAsString() : otherwise;
  }

  private static List<String> texts(JsonObject one, String member) {
    return one.has(member)
        ? List.of(new Gson().fromJson(one.get(member), String[].class))
        : List.of();
  }

  private static <T> T resource(String name, Class<T> type) {
    try (InputStream in = OracleCase.class.getResourceAsStream("/oracle/" + name)) {
      return type.cast(JsonParser.parseString(new String(in.readAllBytes(), UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
