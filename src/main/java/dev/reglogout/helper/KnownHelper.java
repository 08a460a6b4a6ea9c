package dev.reglogout.helper;

import dev.reglogout.registry.Registry;
import dev.reglogout.store.Environment.Os;
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
  PASS("pass", Kind.RELIABLE, null, "pass rm -r docker-credential-helpers"),
  /** GNOME Keyring, KWallet or KeePassXC behind the Secret Service. */
  SECRETSERVICE("secretservice", Kind.UNRELIABLE_EXIT, null, "unlock the keyring and run it again"),
  /** The keychain of macOS. */
  OSXKEYCHAIN(
      "osxkeychain",
      Kind.SHARED_KEYCHAIN,
      null,
      "unlock it with `security unlock-keychain` and run it again, or look for Docker Credentials in"
          + " Keychain Access"),
  /** The Credential Manager of Windows. */
  WINCRED(
      "wincred",
      Kind.SHARED_KEYCHAIN,
      null,
      "run it again from an interactive session, or look in the Credential Manager"),
  /** Docker Desktop's, in front of the platform's own store. */
  DESKTOP("desktop", Kind.SHARED_KEYCHAIN, null, "start Docker Desktop and run it again"),
  /** The editor's, in a dev container, which asks the helper of the host: dev-containers-ID. */
  DEV_CONTAINERS(
      "dev-containers-", Kind.BRIDGE, null, "log out on the host, or reopen the dev container"),
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
    String lower = withoutEnding(helper.toLowerCase(Locale.ROOT));
    for (KnownHelper known : values()) {
      boolean named =
          known == DEV_CONTAINERS ? lower.startsWith(known.name) : lower.equals(known.name);
      if (known != OTHER && named) {
        return known;
      }
    }
    return OTHER;
  }

  /** Returns a name in lower case without the ending of a program of Windows. */
  static String withoutEnding(String lower) {
    for (String ending : ENDINGS) {
      if (lower.endsWith(ending)) {
        return lower.substring(0, lower.length() - ending.length());
      }
    }
    return lower;
  }

  /** Returns how its answers are to be taken. */
  public Kind kind() {
    return kind;
  }

  /**
   * Returns whether a minting helper makes logins for a registry; false for a helper that mints
   * none.
   */
  public boolean serves(Registry registry) {
    String host = registry.identity();
    return switch (this) {
      case ECR_LOGIN -> MintedHosts.isAmazons(host);
      case GCLOUD, GCR -> MintedHosts.isGoogles(host);
      case ACR_ENV -> MintedHosts.isAzures(host);
      default -> false;
    };
  }

  /**
   * Returns whether its {@code get} of a plain host also answers with an entry of another port or
   * path of that host. Docker Desktop's on Linux has pass behind it, which matches exactly.
   */
  public boolean getMatchesWholeHost(Os os) {
    return kind == Kind.SHARED_KEYCHAIN && !(this == DESKTOP && os == Os.LINUX);
  }

  /**
   * Returns whether its {@code erase} of a key without port or path also hits entries of that host
   * that have one.
   */
  public boolean eraseMatchesWholeHost(Os os) {
    return this == OSXKEYCHAIN || (this == DESKTOP && os == Os.MACOS);
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
    RELIABLE,
    /** A yes to an erase proves nothing. */
    UNRELIABLE_EXIT,
    /** Shares its store with other programs: sent nothing that its list does not show. */
    SHARED_KEYCHAIN,
    /** Passes calls on to another machine: never asked for a list, which may hang there. */
    BRIDGE,
    /** Nothing is known. */
    OTHER
  }
}
