/**
 * Revoking Docker Hub's sign-in at Docker; nothing of it is loaded before there is one to revoke.
 */
package dev.reglogout.hub;
