package dev.reglogout.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.reglogout.cli.Machine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code DOCKER_AUTH_CONFIG}, examined. */
class VariableExaminationTest {
  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  @Test
  void unsetItIsNoSubject() {
    assertEquals(1, Checkup.of(machine).subjects().size());
    assertEquals(1, Checkup.of(machine.variable("DOCKER_AUTH_CONFIG", "")).subjects().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "-",
      value = {
        "{}                                        | -       | -",
        "{\"auths\": {}}                           | -       | -",
        "{\"auths\": {\"a.io\": {\"auth\": \"dTpw\"}, \"b.io\": {\"auth\": \"dTpw\"}}} | warning"
            + " docker-auth-config | it is a login to a.io and b.io, which docker 28.3 and newer"
            + " prefers to all that is stored",
        "{\"auths\": {\"a.io\": {\"auth\": \"S3CR3T!\"}}} | problem docker-auth-config-unusable |"
            + " docker cannot use it: a.io has no auth that is Base64 of user:password",
        "{\"auths\": {\"a.io\": {\"username\": \"u\", \"password\": \"S3CR3T\"}}} | problem"
            + " docker-auth-config-unusable | docker cannot use it: a.io has no auth that is Base64"
            + " of user:password",
        "{\"auths\": [\"S3CR3T\"]} | problem docker-auth-config-unusable | docker cannot use it:"
            + " its auths is not an object",
        "{\"auths\": {\"a.io\": \"S3CR3T | problem docker-auth-config-unusable | docker cannot use"
            + " it: line 1, column 27: it ends too early",
        "S3CR3T | problem docker-auth-config-unusable | docker cannot use it: line 1, column 1:"
            + " this is not JSON",
      })
  void whatItHoldsIsToldAndNeverASecret(String value, String told, String text) {
    machine.variable("DOCKER_AUTH_CONFIG", value);

    Subject variable = Checkup.of(machine).subjects().get(1);

    assertEquals("DOCKER_AUTH_CONFIG", variable.name());
    assertEquals(told == null ? List.of() : List.of(told), Checkup.told(variable));
    variable.findings().forEach(finding -> assertEquals(text, finding.text()));
    assertFalse(variable.toString().contains("S3CR3T"));
  }
}
