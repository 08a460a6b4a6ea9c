package dev.reglogout.config;

import dev.reglogout.store.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A config file as it is reviewed: what it says, and how it says it.
 *
 * <p>A logout reads a {@link ConfigDocument} alone; this keeps also what only a reviewer looks at.
 */
public final class ConfigReview {
  private final boolean exists;
  private final byte[] json;
  private final ConfigDocument document;

  private ConfigReview(Path path, Optional<byte[]> read) throws StoreException {
    this.exists = read.isPresent();
    this.json = read.orElse(new byte[0]);
    this.document = ConfigDocument.parse(path, json);
  }

  /**
   * Reads a file; one that is not there says nothing.
   *
   * @throws StoreException if it cannot be read, is not strict JSON in UTF-8, or not an object
   */
  public static ConfigReview of(Path file) throws StoreException {
    return new ConfigReview(file, ConfigFile.read(file, FileStep.Listener.NONE));
  }

  /** Returns whether there is a file. */
  public boolean exists() {
    return exists;
  }

  /** Returns what it says about credentials. */
  public ConfigDocument document() {
    return document;
  }

  /** Returns whether it begins with a byte order mark. */
  public boolean hasByteOrderMark() {
    return JsonSyntax.start(json) > 0;
  }

  /** Returns the members of its object, in the order they stand. */
  public List<JsonValue> members() {
    return JsonSyntax.isBlank(json) ? List.of() : JsonValue.of(json).members();
  }

  /**
   * Returns the members of its sections of a name; docker ignores case, and heeds all of them.
   *
   * @param section such as {@code auths}
   */
  public List<JsonValue> membersOf(String section) {
    return members().stream()
        .filter(member -> member.name().equalsIgnoreCase(section))
        .flatMap(member -> member.members().stream())
        .toList();
  }
}
