package dev.reglogout.config;

import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Entry.Form;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StopSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A directory of one test, with a config file in it. */
final class Folder {
  /** Two entries; {@link #WITHOUT_A} is what is left without the first. */
  static final String TWO =
      "{\n\t\"auths\": {\n\t\t\"a\": {\"auth\": \"c2VjcmV0\"},\n\t\t\"b\": {\"auth\": \"Yg==\"}\n\t}\n}";

  static final String WITHOUT_A = "{\n\t\"auths\": {\n\t\t\"b\": {\"auth\": \"Yg==\"}\n\t}\n}";

  private final Path directory;
  private final Path file;

  Folder(Path directory) {
    this.directory = directory;
    this.file = directory.resolve("config.json");
  }

  /** Returns the config file. */
  Path file() {
    return file;
  }

  Folder write(String json) {
    write(file, json);
    return this;
  }

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text() throws IOException {
    return Files.readString(file);
  }

  /** Returns the names of all that is in the directory, in order. */
  List<String> names() throws IOException {
    try (Stream<Path> paths = Files.list(directory)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  static Object inode(Path path) throws IOException {
    return Files.getAttribute(path, "unix:ino");
  }

  /** Returns the store of the config file. */
  InlineStore store() {
    return store(file, FileStep.Listener.NONE);
  }

  static InlineStore store(Path path, FileStep.Listener listener) {
    return store(path, listener, new StopSignal());
  }

  static InlineStore store(Path path, FileStep.Listener listener, StopSignal stop) {
    return new InlineStore(
        new LoginFile(path, Tool.DOCKER, Origin.OPTION, DockerFormat.INSTANCE),
        false,
        new FileEditor(listener, stop));
  }

  /** Erases one key of the config file while somebody listens to the steps. */
  Outcome erase(String key, FileStep.Listener listener) {
    return erase(store(file, listener), key);
  }

  /** Erases every entry of one key, and returns the outcome of the first. */
  static Outcome erase(InlineStore store, String key) {
    return store.erase(entries(List.of(key))).get(0);
  }

  /** Returns all entries that there may be of some keys. */
  static List<Entry> entries(List<String> keys) {
    List<Entry> entries = new ArrayList<>();
    for (String key : keys) {
      for (int place = 0; place < 4; place++) {
        entries.add(new Entry(RegistryKey.of(key), null, Form.SECRET, place));
      }
    }
    return entries;
  }

  static Entry entry(String key) {
    return Entry.ofSecret(RegistryKey.of(key), null);
  }

  /** Prepares a process of this test's own that runs a class, started as quickly as can be. */
  static ProcessBuilder java(Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }
}
