package dev.reglogout.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Observer;
import dev.reglogout.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who watches is told beforehand how many entries a helper is to erase. */
class HelperSeriesTest implements Observer {
  private final List<String> told = new ArrayList<>();

  @Override
  public Runnable calling(String program, String verb, String key) {
    told.add(verb + " " + key);
    return () -> told.add("ended " + key);
  }

  @Override
  public Runnable series(String program, String verb, int calls) {
    told.add(program + " " + verb + " " + calls);
    return () -> told.add("all ended");
  }

  @Test
  void aSeriesStandsAroundItsCalls() {
    store((verb, key) -> new Reply(0, "", "", false)).eraseKeys(keys("a.io", "b.io"));

    assertEquals(
        List.of(
            "docker-credential-x erase 2",
            "erase a.io",
            "ended a.io",
            "erase b.io",
            "ended b.io",
            "all ended"),
        told);
  }

  @Test
  void aSeriesEndsAlsoWhereTheHelperHungAndIsNotCalledAgain() {
    HelperProgram hangs =
        (verb, key) -> {
          throw new StoreException("helper-timed-out", "it hung", null);
        };

    store(hangs).eraseKeys(keys("a.io", "b.io", "c.io"));

    assertEquals(
        List.of("docker-credential-x erase 3", "erase a.io", "ended a.io", "all ended"), told);
  }

  private HelperStore store(HelperProgram program) {
    return new HelperStore(new HelperName("x"), program, this);
  }

  private static List<RegistryKey> keys(String... keys) {
    return List.of(keys).stream().map(RegistryKey::of).toList();
  }
}
