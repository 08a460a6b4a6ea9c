package dev.reglogout.messages;

import dev.reglogout.store.Environment.Os;
import java.util.List;
import java.util.Map;

/**
 * A message that docker, podman or a helper prints, and what is known about it.
 *
 * @param id stable
 * @param topic what it is about: {@code start}, {@code macos}, {@code config}, …
 * @param outcome what it says about the entry asked for: {@code not-found}, {@code unsupported}, …
 * @param match what it is recognised by, any of them: part of it, or {@code regex:} and a regular
 *     expression; case and the amount of white space do not count
 * @param needsContext what has to stand near it, because other programs say the same words
 * @param meaning what it means
 * @param logout what it means for a logout
 * @param template what to do, with gaps for facts
 * @param avoid what not to do; may be empty
 * @param source where it was seen
 * @param sample one such message
 * @param generic whether it only wraps others, and is of no interest beside what it wraps
 * @param covers ids of those that often come with it and say nothing more
 */
public record KnownMessage(
    String id,
    String topic,
    String outcome,
    List<String> match,
    Context needsContext,
    String meaning,
    String logout,
    Advice template,
    String avoid,
    String source,
    String sample,
    boolean generic,
    List<String> covers) {

  /** What has to stand near a message for its meaning to be certain. */
  public enum Context {
    /** Nothing: no other program says it. */
    NONE,
    /** A credential helper, a login or logout, or the file that keeps logins. */
    LOGIN,
    /** The same, or a registry, an image, or a client that pulls and pushes. */
    REGISTRY
  }

  /** Returns what to do on the system that the program runs on. */
  public String advice() {
    return advice(Os.current(), Map.of());
  }

  /**
   * Returns what to do on one system.
   *
   * @param facts what is known, as {@link Messages#of} takes it
   */
  public String advice(Os os, Map<String, String> facts) {
    return Template.fill(template.on(os), facts, os);
  }
}
