/** What a store of credentials is, and what can become of an entry in it; touches nothing. */
package dev.reglogout.store;
