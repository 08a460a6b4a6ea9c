package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Output that goes nowhere: the work is done all the same, and the exit code tells. */
class StreamsIT extends EndToEnd {

  @BeforeEach
  void setUp() {
    machine
        .config(
            """
            {"auths": {"ghcr.io": {"auth": "dTpw"}, "a.io": {"auth": "YTph"}},
             "credsStore": "keeper"}""")
        .helper("keeper", "keeper")
        .entry("ghcr.io", "ci", "s3cret");
  }

  @ParameterizedTest
  @ValueSource(strings = {">/dev/full", ">&-"})
  void aReportThatCannotBeWrittenIsAFailureWithTheWorkDone(String redirection) {
    Program.Result result = program.redirected(redirection).run(variables(), "ghcr.io");

    assertEquals(1, result.exit());
    assertTrue(result.err().startsWith("reglogout: "), result.err());
    assertTrue(result.err().contains("output could not be written"), result.err());
    assertTheWorkIsDone();
  }

  @ParameterizedTest
  @ValueSource(strings = {">/dev/full", ">&-"})
  void soIsADocumentThatCannotBeWritten(String redirection) {
    Program.Result result = program.redirected(redirection).run(variables(), "--json", "ghcr.io");

    assertEquals(1, result.exit());
    assertTheWorkIsDone();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<&-", "2>&-", "2>/dev/full", "<&- 2>&-"})
  void withoutStdinOrStderrItWorksAsEver(String redirection) {
    Program.Result result = program.redirected(redirection).run(variables(), "ghcr.io");

    assertEquals(0, result.exit(), result.err());
    assertTrue(result.out().contains("  erased ghcr.io from docker-credential-keeper\n"));
    assertTheWorkIsDone();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2>&-", "2>/dev/full", ">&- 2>&-"})
  void aComplaintThatCannotBeWrittenLeavesTheExitCode(String redirection) {
    machine.config("{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}, \"credsStore\": \"nowhere\"}");

    Program.Result result = program.redirected(redirection).run(variables(), "ghcr.io");

    assertEquals(1, result.exit());
    assertFalse(machine.configText().contains("dTpw"), machine.configText());
  }

  private void assertTheWorkIsDone() {
    assertFalse(machine.holds("ghcr.io"));
    assertEquals(
        """
        {"auths": {"a.io": {"auth": "YTph"}},
         "credsStore": "keeper"}""",
        machine.configText());
  }
}
