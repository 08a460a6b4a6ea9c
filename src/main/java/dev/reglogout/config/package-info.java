/** Config files: where they are, what they say, and cutting entries out of them byte for byte. */
package dev.reglogout.config;
