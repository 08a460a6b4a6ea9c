package dev.reglogout.messages;

import java.util.HashMap;
import java.util.Map;

/** What a helper's name alone tells, as facts for {@link Messages}. */
final class HelperFacts {
  private HelperFacts() {}

  static Map<String, String> of(String helper) {
    Map<String, String> facts = new HashMap<>();
    facts.put("helper", helper);
    facts.put("program", "docker-credential-" + helper);
    addKnown(helper, facts);
    return facts;
  }

  /** Adds what ends the session that a helper takes its logins from, or where its store is seen. */
  static void addKnown(String helper, Map<String, String> facts) {
    switch (helper) {
      case "ecr-login" -> {
        facts.put("session", "your AWS session");
        facts.put(
            "endSession",
            "`aws sso logout` (or remove the AWS keys), and delete ~/.ecr/cache.json");
      }
      case "gcloud" -> {
        facts.put("session", "your gcloud session");
        facts.put("endSession", "`gcloud auth revoke`");
      }
      case "gcr" -> {
        facts.put("session", "your Google session");
        facts.put("endSession", "`docker-credential-gcr gcr-logout`");
      }
      case "acr-env" -> {
        facts.put("session", "your Azure session");
        facts.put("endSession", "`az logout`, and unset the AZURE_ variables");
      }
      case "pass" -> facts.put("store", "`pass ls docker-credential-helpers`");
      case "secretservice" -> facts.put("store", "the keyring's own program (Passwords and Keys)");
      case "osxkeychain" ->
          facts.put("store", "Keychain Access, where they are Docker Credentials");
      case "wincred" -> facts.put("store", "the Credential Manager (`cmdkey /list`)");
      default -> {
        // nothing is known of it
      }
    }
  }
}
