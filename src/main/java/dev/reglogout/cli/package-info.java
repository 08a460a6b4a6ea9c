/** The command line: options, text, JSON and exit codes; the only place that prints or exits. */
package dev.reglogout.cli;
