/** Checks config files and credential helpers, and says what is wrong with them. */
package dev.reglogout.doctor;
