package dev.reglogout.config;

import java.nio.file.Path;

/**
 * Where a file with logins is or would be, whose it is, and how it is read.
 *
 * @param path as found, links not followed
 * @param tool the program whose file it is
 * @param origin how it was found
 * @param format how it is read
 */
public record LoginFile(Path path, Tool tool, Origin origin, LoginFormat format) {}
