package dev.reglogout.doctor;

import dev.reglogout.config.JsonValue;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
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
    List<RegistryKey> undecodable =
        file.review().membersOf("auths").stream()
            .filter(LoginChecks::isUndecodable)
            .map(entry -> RegistryKey.of(entry.name()))
            .toList();
    if (!undecodable.isEmpty()) {
      String text = "the auth of " + named(undecodable) + " is not Base64 of user:password";
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

  private static String named(List<RegistryKey> keys) {
    return Names.of(keys.stream().map(RegistryKey::masked).toList());
  }

  /** Returns what docker does next to the logins of a file it has not read to the end. */
  static String losing(ReviewedFile file) {
    boolean any = file.review().document().entries().stream().anyMatch(Entry::secret);
    return any ? ": the next docker login or logout empties other logins" : "";
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
    for (Entry entry : file.review().document().entries()) {
      if (entry.secret()) {
        (file.leavesToHelper(entry.key()) ? besideHelper : plain).add(entry.key());
      }
    }
    if (!besideHelper.isEmpty()) {
      findings.add(
          Finding.warning(
              "plain-text-beside-helper",
              "in plain text although a helper is configured: " + named(besideHelper),
              LogoutWords.of(List.of(file), besideHelper)
                  + ", and log in again: the helper then keeps it"));
    }
    if (!plain.isEmpty()) {
      findings.add(Finding.warning("stored-in-plain-text", "in plain text: " + named(plain)));
    }
  }
}
