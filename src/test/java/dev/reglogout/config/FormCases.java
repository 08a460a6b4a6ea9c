package dev.reglogout.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.reglogout.store.Entry;
import dev.reglogout.store.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Reads and cuts documents of any form, for the tests of the forms. */
final class FormCases {
  private FormCases() {}

  static LoginDocument read(LoginFormat format, String json) throws StoreException {
    return format.read(Path.of("file.json"), json.getBytes(UTF_8), true);
  }

  /** Returns the entries as {@code key user FORM place}. */
  static String entries(LoginFormat format, String json) throws StoreException {
    return read(format, json).entries().stream()
        .map(e -> e.key() + " " + e.user() + " " + e.form() + " " + e.place())
        .collect(Collectors.joining(", "));
  }

  /** Returns the document without all entries of some keys. */
  static String cut(LoginFormat format, String json, String... keys) throws StoreException {
    LoginDocument document = read(format, json);
    List<Entry> gone =
        document.entries().stream()
            .filter(entry -> List.of(keys).contains(entry.key().text()))
            .toList();
    return new String(document.without(gone).applyTo(json.getBytes(UTF_8)), UTF_8);
  }
}
