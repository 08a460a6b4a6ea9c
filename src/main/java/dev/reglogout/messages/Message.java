package dev.reglogout.messages;

/**
 * What a problem means, and what to do about it, in words for people on one system.
 *
 * @param text the cause, in words whose subject is the store or file, without a full stop
 * @param advice what to do, on this system; empty if there is nothing to do
 * @param avoid what not to do; may be empty
 * @param accessMaySurvive whether access to a registry may survive although nothing failed
 */
public record Message(String text, String advice, String avoid, boolean accessMaySurvive) {}
