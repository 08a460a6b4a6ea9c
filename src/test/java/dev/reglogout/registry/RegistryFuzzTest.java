package dev.reglogout.registry;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A short run; `make soak` does more. */
class RegistryFuzzTest {

  @Test
  void anyTextIsARegistryThatKnowsItselfOrIsRefused() {
    RegistryFuzz fuzz = new RegistryFuzz(42);
    for (int i = 0; i < 150_000; i++) {
      fuzz.readOne();
    }
    long registries = fuzz.registries();
    assertTrue(registries > 10_000, registries + " registries are too few to prove anything");
  }

  @Test
  void neitherARefusalNorAMaskedKeyRepeatsAPassword() {
    RegistryFuzz fuzz = new RegistryFuzz(42);
    for (int i = 0; i < 100_000; i++) {
      fuzz.maskOne();
    }
  }
}
