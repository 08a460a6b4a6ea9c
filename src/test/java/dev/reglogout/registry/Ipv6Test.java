package dev.reglogout.registry;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv6Test {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::",
        "::1",
        "1::",
        "fe80::abcd",
        "fe80::1%eth0",
        "::ffff:10.0.0.7",
        "1:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:10.0.0.7",
        "1:2:3:4:5:6:7::",
        "::2:3:4:5:6:7:8"
      })
  void anAddressHasEightGroupsOrAGap(String text) {
    assertTrue(Ipv6.is(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        ":",
        ":::",
        "1:2",
        "host:5000",
        "::g",
        "::12345",
        "1:2:3:4:5:6:7",
        "1::2::3",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "10.0.0.7",
        "10.0.0.7::",
        "::10.0.0",
        "::1.2.3.256",
        "::1.2.3.4.5",
        "::1.2..4",
        "::1%",
        "::1%a]",
        "::1%[a",
        "1:2:3:4:5:6:7:1.2.3.4",
        "::\u0661",
        "::1.2.3.99999999999"
      })
  void otherTextsAreNone(String text) {
    assertFalse(Ipv6.is(text));
  }
}
