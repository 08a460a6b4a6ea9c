package dev.reglogout.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A short run; `make soak` does a million cuts. */
class CutFuzzTest {
  private static final Path FILE = Path.of("config.json");

  /** As docker writes it, with a secret that no message may repeat. */
  private static final String DOCKERS =
      """
      {
      \t"auths": {
      \t\t"https://index.docker.io/v1/": {
      \t\t\t"auth": "dTpzM2NyZXQtMTIz"
      \t\t},
      \t\t"ghcr.io": {},
      \t\t"quay.io/team": {"identitytoken": "s3cret-123"}
      \t},
      \t"HttpHeaders": {"User-Agent": "Docker-Client/28.2.2 (linux)"},
      \t"credHelpers": {"gcr.io": "gcloud"},
      \t"detachKeys": "ctrl-e,e"
      }""";

  @Test
  void whatIsCutIsGoneAndAllElseIsAsItWas() throws Exception {
    CutFuzz fuzz = new CutFuzz(42);
    for (int i = 0; i < 14_000; i++) {
      fuzz.cutOne();
    }
    assertTrue(fuzz.cuts() >= 20_000, fuzz.cuts() + " cuts are too few to prove anything");
  }

  @Test
  void aDamagedFileIsRefusedOrStillCutRightAndNoSecretIsTold() throws Exception {
    CutFuzz fuzz = new CutFuzz(7);
    byte[] dockers = DOCKERS.getBytes(UTF_8);
    for (int i = 0; i < 6_000; i++) {
      fuzz.damageOne();
      fuzz.damageOne(dockers, "s3cret");
    }
    assertTrue(fuzz.refused() > 4_000, fuzz.refused() + " refused files are too few");
    assertTrue(fuzz.cuts() > 400, fuzz.cuts() + " cuts are too few to prove anything");
  }

  @ParameterizedTest(name = "{0} levels: read {1}")
  @CsvSource({"1000, true", "9990, true", "10050, false", "3000000, false"})
  void depthCostsNoStackAndBeyondWhatDockerReadsIsRefused(int levels, boolean read)
      throws Exception {
    String deep = "[".repeat(levels) + "]".repeat(levels);
    byte[] json =
        ("{\"auths\": {\"ghcr.io\": {}, \"a.io\": {}}, \"x\": " + deep + "}").getBytes(UTF_8);

    if (read) {
      assertEquals("{\"auths\": {\"a.io\": {}}, \"x\": " + deep + "}", without("ghcr.io", json));
    } else {
      StoreException thrown =
          assertThrows(StoreException.class, () -> ConfigDocument.parse(FILE, json));
      assertTrue(thrown.getMessage().endsWith(": it is nested too deeply"), thrown.getMessage());
    }
  }

  @Test
  void fiftyMegabytesAreCutOrRefusedInTime() {
    String big = "x".repeat(50 << 20);
    String json = "{\"auths\":{\"ghcr.io\":{\"auth\":\"%s\"},\"a.io\":{}}}";

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          byte[] sound = json.formatted(big).getBytes(UTF_8);
          assertEquals("{\"auths\":{\"a.io\":{}}}", without("ghcr.io", sound));
          byte[] broken = json.formatted(big + "\u0001").getBytes(UTF_8);
          StoreException thrown =
              assertThrows(StoreException.class, () -> ConfigDocument.parse(FILE, broken));
          assertTrue(thrown.getMessage().length() < 200, "the message quotes the file");
        });
  }

  /** What gson refuses although docker reads it: nothing is written, and the message says why. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"\\ud800\" | config.json:1:31: an escape is half of a surrogate pair",
        "LONG | config.json:1:24: a number is longer than can be read",
      })
  void whatIsStricterThanDockerIsNamed(String value, String message) {
    String json = "{\"auths\": {}, \"x\": [1, " + value.replace("LONG", "1".repeat(2000)) + "]}";

    StoreException thrown =
        assertThrows(StoreException.class, () -> ConfigDocument.parse(FILE, json.getBytes(UTF_8)));

    assertEquals(message, thrown.getMessage());
  }

  private static String without(String key, byte[] json) throws StoreException {
    ConfigDocument document = ConfigDocument.parse(FILE, json);
    return new String(document.without(List.of(Folder.entry(key))).applyTo(json), UTF_8);
  }
}
