package dev.reglogout.doctor;

import java.util.List;

/**
 * A helper that is configured somewhere.
 *
 * @param helper its name as configured, without {@code docker-credential-}
 * @param namedBy who names it, in words: {@code credsStore in PATH}, {@code credHelpers["HOST"] in
 *     PATH}, {@code platform default}
 * @param forAll whether it is named for all registries, by {@code credsStore} or as the default
 */
record HelperUse(String helper, List<String> namedBy, boolean forAll) {}
