package dev.reglogout.messages;

import java.util.Map;

/**
 * A known message that was found in a text.
 *
 * @param certain false if other programs say the same words, and nothing near them tells that it
 *     was one of docker's helpers or clients
 * @param facts which helper it is about, if that is known; never more of the text than a name that
 *     is known anyway
 */
public record FoundMessage(KnownMessage message, boolean certain, Map<String, String> facts) {}
