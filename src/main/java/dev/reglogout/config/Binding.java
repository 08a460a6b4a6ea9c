package dev.reglogout.config;

import dev.reglogout.registry.RegistryKey;

/**
 * A helper that a file names.
 *
 * @param helper its name without {@code docker-credential-}; empty for "the file itself", null
 *     where the value is not a text
 * @param key the registry's key as it stands there, or null for all registries
 * @param member what names the helper in the file, to be shown: {@code credsStore}
 */
public record Binding(String helper, RegistryKey key, String member) {}
