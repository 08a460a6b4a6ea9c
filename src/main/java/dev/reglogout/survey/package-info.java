/**
 * One look at the machine: the login files, the helpers that they name, and what these list. Plan,
 * inventory and diagnosis are functions of it.
 */
package dev.reglogout.survey;
