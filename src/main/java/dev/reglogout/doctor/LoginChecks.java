package dev.reglogout.doctor;

import dev.reglogout.config.JsonValue;
import dev.reglogout.registry.RegistryKey;
import java.util.ArrayList;
import java.util.List;

/** Checks the entries of {@code auths}. */
final class LoginChecks {
  private final ReviewedFile file;
  private final List<Finding> findings = new ArrayList<>();

  LoginChecks(ReviewedFile file) {
    this.file = file;
  }

  List<Finding> check() {
    List<RegistryKey> undecodable = undecodable();
    if (!undecodable.isEmpty()) {
      String text = "the auth of " + Names.ofKeys(undecodable) + " is not Base64 of user:password";
      String logout = LogoutWords.of(List.of(file), undecodable);
      findings.add(
          Finding.problem(
              "config-undecodable-auth",
              file.isDockers() ? text + losing(file) : text,
              file.isDockers() ? "before docker login or logout: " + logout : logout));
    }
    checkPlainText();
    return findings;
  }

  private List<RegistryKey> undecodable() {
    List<RegistryKey> keys = new ArrayList<>();
    if (file.review() != null) {
      for (JsonValue entry : file.review().membersOf("auths")) {
        if (isUndecodable(entry)) {
          keys.add(RegistryKey.of(entry.name()));
        }
      }
    }
    return keys;
  }

  /** Returns what docker does next to the logins of a file it has not read to the end. */
  static String losing(ReviewedFile file) {
    return file.secrets().isEmpty() ? "" : ": the next docker login or logout empties other logins";
  }

  private static boolean isUndecodable(JsonValue entry) {
    return entry.members().stream()
        .anyMatch(
            field ->
                field.name().equalsIgnoreCase("auth")
                    && field.kind() == JsonValue.Kind.TEXT
                    && !field.isLogin());
  }

  private void checkPlainText() {
    List<RegistryKey> plain = new ArrayList<>();
    List<RegistryKey> besideHelper = new ArrayList<>();
    for (RegistryKey key : file.secrets()) {
      (file.leavesToHelper(key) ? besideHelper : plain).add(key);
    }
    if (!besideHelper.isEmpty()) {
      findings.add(
          Finding.warning(
              "plain-text-beside-helper",
              "in plain text although a helper is configured: " + Names.ofKeys(besideHelper),
              LogoutWords.of(List.of(file), besideHelper)
                  + ", and log in again: the helper then keeps it"));
    }
    if (!plain.isEmpty()) {
      findings.add(
          Finding.warning("stored-in-plain-text", "in plain text: " + Names.ofKeys(plain)));
    }
  }
}
