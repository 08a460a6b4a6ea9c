/** What several packages need and nobody else: strict JSON, work done side by side. */
package dev.reglogout.internal;
