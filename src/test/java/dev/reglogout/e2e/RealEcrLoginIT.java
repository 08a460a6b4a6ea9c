package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.real.RealHelpers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** docker-credential-ecr-login as Debian ships it: it stores nothing, and starting it may cost. */
class RealEcrLoginIT extends EndToEnd {
  private static final String HELPER = "docker-credential-ecr-login";
  private static final String ECR = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";

  private Map<String, String> environment;

  @BeforeEach
  void installATrapInFrontOfTheHelper() throws IOException {
    RealHelpers.require(HELPER);
    Path trap = machine.bin().resolve(HELPER);
    Files.writeString(
        trap,
        "#!/bin/sh\necho \"$@\" >> '%s'\nPATH=${PATH#*:} exec %s \"$@\"\n"
            .formatted(started(), HELPER));
    trap.toFile().setExecutable(true);
    environment = new HashMap<>(variables());
    environment.put("PATH", machine.bin() + ":" + System.getenv("PATH"));
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
  }

  @Test
  void theTrapNoticesAStart() {
    RealHelpers.Result answer = RealHelpers.run(environment, ECR, HELPER, "erase");

    assertEquals(1, answer.exit(), answer.err());
    assertTrue(answer.out().contains("not implemented"), answer.out());
    assertTrue(Files.exists(started()));
    assertTrue(Files.exists(machine.home().resolve(".ecr")));
  }

  @Test
  void itIsNotStartedAndTheVerdictSaysWhereTheSessionEnds() {
    machine.config("{\"credsStore\": \"ecr-login\"}");

    Program.Result result = program.run(environment, ECR);
    Program.Result json = program.run(environment, "--json", ECR);
    Program.Result strict = program.run(environment, "--strict", ECR);

    assertEquals(0, result.exit(), result.err());
    assertTrue(result.out().startsWith("Nothing is stored for " + ECR + "\n"), result.out());
    assertTrue(result.out().contains("  " + HELPER + " stores nothing; access comes from "));
    assertTrue(result.out().contains("To end it: "), result.out());
    assertEquals(
        List.of(machine.config() + " " + ECR + " absent true", HELPER + " null minted null"),
        json.steps());
    assertEquals(3, strict.exit(), strict.err());
    assertNotStarted();
  }

  @Test
  void aLoginLeftInTheFileIsRemovedAllTheSame() {
    machine.config(
        """
        {"auths": {"%1$s": {"auth": "QVdTOnNlY3JldA=="}, "https://%1$s": {}},
         "credHelpers": {"%1$s": "ecr-login"}}"""
            .formatted(ECR));

    Program.Result result = program.run(environment, "--json", ECR);

    assertEquals(0, result.exit(), result.err());
    assertEquals(
        List.of(
            machine.config() + " " + ECR + " erased true",
            machine.config() + " https://" + ECR + " erased true",
            HELPER + " null minted null"),
        result.steps());
    assertFalse(machine.configText().contains("QVdT"), machine.configText());
    assertTrue(machine.configText().contains("\"ecr-login\""), machine.configText());
    assertNotStarted();
  }

  private void assertNotStarted() {
    assertFalse(Files.exists(started()));
    assertFalse(Files.exists(machine.home().resolve(".ecr")));
  }

  private Path started() {
    return directory.resolve("started");
  }
}
