package dev.reglogout.logout;

import dev.reglogout.store.Observer;
import dev.reglogout.store.StopSignal;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;

/**
 * How a logout is to be done: the {@linkplain #defaults defaults}, changed by what begins with
 * {@code with}.
 *
 * @param configs paths of config files or of their directories; none means docker's own
 * @param everywhere whether podman's and Helm's files are meant, too
 * @param onlyUser whose entries alone are erased, or null for everybody's
 * @param limit of one call of a helper
 * @param revoke whether Docker Hub's sign-in is revoked at Docker before it is erased
 * @param helperStderr where the helpers' stderr is passed on to, or null
 * @param observer is told of calls
 * @param stop tells the logout to stop
 */
public record LogoutSettings(
    List<String> configs,
    boolean everywhere,
    String onlyUser,
    Duration limit,
    boolean revoke,
    OutputStream helperStderr,
    Observer observer,
    StopSignal stop) {

  /** {@return the settings that fit most: docker's own file, 30 seconds for a call} */
  public static LogoutSettings defaults() {
    return new LogoutSettings(
        List.of(),
        false,
        null,
        Duration.ofSeconds(30),
        true,
        null,
        Observer.NONE,
        new StopSignal());
  }

  /**
   * {@return the same settings for other config files}
   *
   * @param paths of files or of their directories
   */
  public LogoutSettings withConfigs(List<String> paths) {
    return new LogoutSettings(
        List.copyOf(paths), everywhere, onlyUser, limit, revoke, helperStderr, observer, stop);
  }

  /** {@return the same settings for podman's and Helm's files, too} */
  public LogoutSettings withEverywhere() {
    return new LogoutSettings(configs, true, onlyUser, limit, revoke, helperStderr, observer, stop);
  }

  /**
   * {@return the same settings with another limit}
   *
   * @param other the limit of one call of a helper; above 0, counted in milliseconds
   */
  public LogoutSettings withLimit(Duration other) {
    return new LogoutSettings(
        configs, everywhere, onlyUser, other, revoke, helperStderr, observer, stop);
  }

  /**
   * {@return the same settings, with the entries of one user alone erased}
   *
   * @param name as the stores tell it, or null for everybody's
   */
  public LogoutSettings withOnlyUser(String name) {
    return new LogoutSettings(
        configs, everywhere, name, limit, revoke, helperStderr, observer, stop);
  }

  /** {@return the same settings, with Docker Hub's sign-in erased but never revoked} */
  public LogoutSettings withoutRevoking() {
    return new LogoutSettings(
        configs, everywhere, onlyUser, limit, false, helperStderr, observer, stop);
  }

  /**
   * {@return the same settings, with the helpers' stderr passed on}
   *
   * @param stream is written to as the helpers write, from any thread, and never closed
   */
  public LogoutSettings withHelperStderr(OutputStream stream) {
    return new LogoutSettings(configs, everywhere, onlyUser, limit, revoke, stream, observer, stop);
  }

  /**
   * {@return the same settings with another observer}
   *
   * @param other is told of calls
   */
  public LogoutSettings withObserver(Observer other) {
    return new LogoutSettings(
        configs, everywhere, onlyUser, limit, revoke, helperStderr, other, stop);
  }

  /**
   * {@return the same settings with another signal}
   *
   * @param signal tells the logout to stop
   */
  public LogoutSettings withStop(StopSignal signal) {
    return new LogoutSettings(
        configs, everywhere, onlyUser, limit, revoke, helperStderr, observer, signal);
  }
}
