/** Every spelling of a registry: what a user types, what files and helpers store. */
package dev.reglogout.registry;
