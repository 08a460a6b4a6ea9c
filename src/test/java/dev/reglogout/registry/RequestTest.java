package dev.reglogout.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ghcr.io             | ghcr.io ghcr.io:443 http://ghcr.io https://ghcr.io
          GHCR.io             | ghcr.io GHCR.io ghcr.io:443 http://ghcr.io https://ghcr.io
          https://ghcr.io     | ghcr.io https://ghcr.io ghcr.io:443 http://ghcr.io
          https://ghcr.io/v2/ | ghcr.io https://ghcr.io/v2/ ghcr.io:443 http://ghcr.io https://ghcr.io
          ghcr.io:443         | ghcr.io ghcr.io:443 http://ghcr.io https://ghcr.io
          localhost:5000      | localhost:5000 http://localhost:5000 https://localhost:5000
          quay.io/team        | quay.io quay.io/team quay.io:443 http://quay.io https://quay.io
          ::1                 | [::1] ::1 [::1]:443 http://[::1] https://[::1]
          [::1]:5000          | [::1]:5000 http://[::1]:5000 https://[::1]:5000
          """)
  void theKeysToTryAreTheCanonicalOneWhatWasTypedAndTheHostInEveryForm(
      String given, String candidates) {
    Request request = Request.of(Registry.parse(given));

    assertEquals(List.of(candidates.split(" ")), request.candidateKeys(List.of()));
  }

  @Test
  void theKeysOfDockerHubAreItsUrlItsTwoTokensAndEveryNameItHas() {
    List<String> keys =
        List.of(
            "https://index.docker.io/v1/",
            "https://index.docker.io/v1/access-token",
            "https://index.docker.io/v1/refresh-token",
            "docker.io",
            "index.docker.io",
            "registry-1.docker.io",
            "registry.hub.docker.com");

    assertEquals(keys, Request.of(Registry.dockerHub()).candidateKeys(List.of()));
  }

  @Test
  void keysAreTriedAsTheFileSpellsThem() {
    Request request = Request.of(Registry.parse("h.example"));
    List<String> stored =
        List.of(
            "http://h.example/",
            "quay.io",
            "https://h.example/v2",
            "h.example/suffix",
            "H.example\n");

    assertEquals(
        List.of(
            "h.example",
            "http://h.example/",
            "https://h.example/v2",
            "h.example/suffix",
            "h.example:443",
            "http://h.example",
            "https://h.example"),
        request.candidateKeys(stored));
  }

  @Test
  void theKeyOfAnotherPathIsNotTried() {
    Request request = Request.of(Registry.parse("quay.io/team-a"));
    List<String> keys =
        request.candidateKeys(List.of("quay.io/team-b", "https://quay.io/team-a/", "quay.io/v2/"));

    assertEquals(
        List.of(
            "quay.io",
            "quay.io/team-a",
            "https://quay.io/team-a/",
            "quay.io/v2/",
            "quay.io:443",
            "http://quay.io",
            "https://quay.io"),
        keys);
  }

  @Test
  void noHelperIsAskedForAKeyThatNamesNoRegistry() {
    Request request = Request.of(Registry.exactKey("*.azurecr.io"));

    assertEquals(List.of(), request.candidateKeys(List.of("*.azurecr.io")));
  }
}
