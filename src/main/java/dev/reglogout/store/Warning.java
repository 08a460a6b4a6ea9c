package dev.reglogout.store;

/**
 * Something the user should know beside the steps.
 *
 * @param id stable
 * @param text in one line
 * @param accessMaySurvive whether access to a registry may survive because of it
 */
public record Warning(String id, String text, boolean accessMaySurvive) {}
