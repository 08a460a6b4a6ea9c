/**
 * What several packages need and nobody else: strict JSON, work done side by side, passwords that
 * are not shown, and how far one word is from another.
 */
package dev.reglogout.internal;
