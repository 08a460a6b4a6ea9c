/** Logging out: what would be erased and where, doing it, and telling what became of it. */
package dev.reglogout.logout;
