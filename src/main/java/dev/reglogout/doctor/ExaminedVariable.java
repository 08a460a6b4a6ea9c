package dev.reglogout.doctor;

import java.util.List;

/**
 * An environment variable that docker obeys, examined.
 *
 * @param name the variable's
 * @param findings what is not as it should be
 */
public record ExaminedVariable(String name, List<Finding> findings) implements Subject {}
