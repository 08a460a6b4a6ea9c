/** Credential helpers: finding them, running them, and understanding what they answer. */
package dev.reglogout.helper;
