package dev.reglogout.helper;

import java.util.List;
import java.util.Locale;

/** What is known about credential helpers, by name. */
public enum KnownHelper {
  /** Amazon's, which makes tokens from AWS credentials. */
  ECR_LOGIN(
      "ecr-login",
      Kind.MINTS,
      "your AWS session",
      "aws sso logout (or remove the AWS keys), and delete ~/.ecr/cache.json"),
  /** Google Cloud SDK's, which makes tokens from the gcloud session. */
  GCLOUD("gcloud", Kind.MINTS, "your gcloud session", "gcloud auth revoke"),
  /** Google's stand-alone helper. */
  GCR("gcr", Kind.MINTS, "your Google session", "docker-credential-gcr gcr-logout"),
  /** The helper for Azure that reads its variables. */
  ACR_ENV("acr-env", Kind.MINTS, "your Azure session", "az logout, and unset the AZURE_ variables"),
  /** The store of the program pass. */
  PASS("pass", Kind.TRUE_ANSWERS, null, "pass rm -r docker-credential-helpers"),
  /** GNOME Keyring, KWallet or KeePassXC behind the Secret Service. */
  SECRETSERVICE("secretservice", Kind.SILENT, null, "unlock the keyring and run it again"),
  /** The keychain of macOS. */
  OSXKEYCHAIN(
      "osxkeychain",
      Kind.SHARED,
      null,
      "unlock it with `security unlock-keychain` and run it again, or look for Docker Credentials in"
          + " Keychain Access"),
  /** The Credential Manager of Windows. */
  WINCRED(
      "wincred",
      Kind.SHARED,
      null,
      "run it again from an interactive session, or look in the Credential Manager"),
  /** Docker Desktop's, in front of the platform's own store. */
  DESKTOP("desktop", Kind.SHARED, null, "start Docker Desktop and run it again"),
  /** Any other. */
  OTHER("", Kind.OTHER, null, "ask it to `list`, and erase there what is left");

  private static final List<String> ENDINGS = List.of(".exe", ".cmd", ".bat");

  private final String name;
  private final Kind kind;
  private final String session;
  private final String advice;

  KnownHelper(String name, Kind kind, String session, String advice) {
    this.name = name;
    this.kind = kind;
    this.session = session;
    this.advice = advice;
  }

  /** Returns what is known of the helper of a name; case and a program's ending do not count. */
  static KnownHelper of(String helper) {
    String lower = helper.toLowerCase(Locale.ROOT);
    for (String ending : ENDINGS) {
      if (lower.endsWith(ending)) {
        lower = lower.substring(0, lower.length() - ending.length());
        break;
      }
    }
    for (KnownHelper known : values()) {
      if (known != OTHER && known.name.equals(lower)) {
        return known;
      }
    }
    return OTHER;
  }

  /** Returns how its answers are to be taken. */
  public Kind kind() {
    return kind;
  }

  /** Returns whose session a minting helper takes its credentials from, else null. */
  public String session() {
    return session;
  }

  /** Returns what ends that session, or what to do when an entry stays. */
  public String advice() {
    return advice;
  }

  /** How a helper's answers are to be taken. */
  public enum Kind {
    /** Makes credentials from another session and stores none: never started. */
    MINTS,
    /** What it answers to an erase is true, also when it cannot list. */
    TRUE_ANSWERS,
    /** A yes to an erase proves nothing. */
    SILENT,
    /** Shares its store with other programs: sent nothing that its list does not show. */
    SHARED,
    /** Nothing is known: sent one erase also for what is not listed. */
    OTHER
  }
}
