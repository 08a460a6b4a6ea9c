package dev.reglogout.doctor;

import java.util.List;

/**
 * A config file, examined.
 *
 * @param name its path as found
 * @param reader the program whose file it is
 * @param target where its link leads, or null if it is no link
 * @param exists whether there is such a file
 * @param entries how many entries its {@code auths} holds, or null if it cannot be read
 * @param secrets how many of them hold a secret in plain text, or null likewise
 * @param newLogins the helper's program that keeps new logins, or null if the file itself does
 * @param findings what is not as it should be
 */
public record ExaminedFile(
    String name,
    String reader,
    String target,
    boolean exists,
    Integer entries,
    Integer secrets,
    String newLogins,
    List<Finding> findings)
    implements Subject {}
