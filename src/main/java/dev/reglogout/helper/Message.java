package dev.reglogout.helper;

import java.util.List;

/**
 * A message that docker, podman or a helper prints, and what is known about it.
 *
 * @param id stable
 * @param topic what it is about: {@code start}, {@code macos}, {@code config}, …
 * @param outcome what it says about the entry asked for: {@code not-found}, {@code unsupported}, …
 * @param match what it is recognised by, any of them: part of the text, or {@code regex:} and a
 *     regular expression; case and the amount of blank space do not count
 * @param meaning what it means
 * @param logout what it means for a logout
 * @param advice what to do
 * @param avoid what not to do; may be empty
 * @param source where it was seen
 * @param sample one such message
 * @param generic whether it only wraps others, and is of no interest beside what it wraps
 * @param covers ids of those that often come with it and say nothing more
 */
public record Message(
    String id,
    String topic,
    String outcome,
    List<String> match,
    String meaning,
    String logout,
    String advice,
    String avoid,
    String source,
    String sample,
    boolean generic,
    List<String> covers) {}
