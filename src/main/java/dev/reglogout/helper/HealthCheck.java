package dev.reglogout.helper;

/** Checks what a helper keeps its entries in, without changing it and without its entries. */
@FunctionalInterface
interface HealthCheck {

  /** Looks whether the store can be opened from here; never throws. */
  StoreHealth check();
}
