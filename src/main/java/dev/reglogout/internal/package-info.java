/**
 * What several packages need and nobody else: strict JSON, work done side by side, and passwords
 * that are not shown.
 */
package dev.reglogout.internal;
