package dev.reglogout.logout;

import dev.reglogout.config.FileFacts;
import dev.reglogout.store.StoreId;
import dev.reglogout.survey.FileSurvey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The login file in which a credential stands.
 *
 * @param form how it is laid out, such as {@code docker}
 * @param tool whose it is, such as {@code podman}
 * @param mode its permission bits, in four octal digits; null where files have none
 * @param openToOthers whether another user of the machine can read it; null where files have no
 *     modes
 * @param modified when it was last written; null if that cannot be told
 */
public record StoredFile(
    String form, String tool, String mode, Boolean openToOthers, Instant modified) {

  static StoredFile of(FileSurvey file) {
    StoreId id = file.id();
    Path path = file.store().file().path();
    FileFacts facts = FileFacts.of(path);
    boolean hasMode = facts.file() != null;
    return new StoredFile(
        id.form(),
        id.tool(),
        hasMode ? facts.file().octalMode() : null,
        hasMode ? facts.isOpenToOthers() : null,
        modified(path));
  }

  private static Instant modified(Path path) {
    try {
      return Files.getLastModifiedTime(path).toInstant();
    } catch (IOException e) {
      return null;
    }
  }
}
