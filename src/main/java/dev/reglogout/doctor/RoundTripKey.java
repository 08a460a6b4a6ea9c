package dev.reglogout.doctor;

import dev.reglogout.registry.RegistryKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys of round trips: {@code https://PROCESS-START-RANDOM.reglogout-check.invalid}.
 *
 * <p>Each run has a key of its own, so that two at a time do not meet, and nothing else can be hit:
 * osxkeychain erases whatever has the same scheme, host, port and path. The scheme is there because
 * osxkeychain would list the key with it. Number and start of the process, in seconds, tell a run
 * under way from one that was killed.
 */
final class RoundTripKey {
  private static final String DOMAIN = "reglogout-check.invalid";
  private static final Pattern OURS =
      Pattern.compile("https://(\\d{1,18})-(\\d{1,18})-[0-9a-f]{16}\\." + Pattern.quote(DOMAIN));

  /** In seconds; the clock may have been set since the process started. */
  private static final long TOLERANCE = 5;

  private RoundTripKey() {}

  /** Returns a key that nobody has used. */
  static RegistryKey fresh() {
    ProcessHandle self = ProcessHandle.current();
    // in no language's own digits
    return RegistryKey.of(
        "https://" + self.pid() + "-" + startOf(self) + "-" + random(8) + "." + DOMAIN);
  }

  /** Returns a text that nobody can guess. */
  static String random(int bytes) {
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** Returns whether a key is one of a round trip whose process has ended. */
  static boolean isLeftover(RegistryKey key) {
    Matcher ours = OURS.matcher(key.text());
    if (!ours.matches()) {
      return false;
    }
    Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(ours.group(1)));
    long start = Long.parseLong(ours.group(2));
    return process.filter(p -> Math.abs(startOf(p) - start) <= TOLERANCE).isEmpty();
  }

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
  }
}
