package dev.reglogout.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RequestsTest {

  @Test
  void everySpellingOfOneRegistryIsKeptInTheOrderGiven() {
    Requests requests = requests("ghcr.io", "quay.io", "https://ghcr.io/v2/", "ghcr.io", "GHCR.io");

    assertEquals(
        List.of(
            new Request(
                Registry.parse("ghcr.io"), List.of("ghcr.io", "https://ghcr.io/v2/", "GHCR.io")),
            new Request(Registry.parse("quay.io"), List.of("quay.io"))),
        requests.all());
    assertTrue(requests.all().get(0).candidateKeys(List.of()).contains("https://ghcr.io/v2/"));
    assertFalse(requests.everything());
  }

  @Test
  void dockerHubThatNobodyNamedHasNoSpelling() {
    Requests requests = Requests.of(List.of(Registry.dockerHub(), Registry.parse("docker.io")));

    assertEquals(List.of("docker.io"), requests.all().get(0).spellings());
    assertEquals(1, requests.all().size());
  }

  @Test
  void aKeyFindsTheRequestsOfItsRegistryWhateverTheirPath() {
    Requests requests = requests("quay.io", "ghcr.io", "quay.io/team");

    List<Request> found = requests.ofIdentity(RegistryKey.of("https://quay.io/v2/"));

    assertEquals(List.of(requests.all().get(0), requests.all().get(2)), found);
    assertEquals(List.of(), requests.ofIdentity(RegistryKey.of("docker.io")));
    assertEquals(List.of(), requests.ofIdentity(RegistryKey.of("")));
  }

  @Test
  void anExactKeyIsFoundByItselfAlone() {
    Requests requests =
        Requests.of(
            List.of(
                Registry.exactKey("*.azurecr.io"),
                Registry.exactKey("ghcr.io/x"),
                Registry.parse("ghcr.io")));

    assertEquals(
        List.of(requests.all().get(0)), requests.ofIdentity(RegistryKey.of("*.azurecr.io")));
    assertEquals(
        List.of(requests.all().get(1), requests.all().get(2)),
        requests.ofIdentity(RegistryKey.of("ghcr.io/x")));
    assertEquals(List.of(requests.all().get(2)), requests.ofIdentity(RegistryKey.of("ghcr.io")));
    assertEquals(List.of(), requests.ofIdentity(RegistryKey.of("x.azurecr.io")));
  }

  @Test
  void theEmptyKeyIsARegistryOfItsOwn() {
    Requests requests = Requests.everything(List.of(Registry.of(RegistryKey.of(""))));

    assertTrue(requests.everything());
    assertEquals(requests.all(), requests.ofIdentity(RegistryKey.of("")));
  }

  private static Requests requests(String... servers) {
    return Requests.of(List.of(servers).stream().map(Registry::parse).toList());
  }
}
