package dev.reglogout.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import dev.reglogout.registry.RegistryKey;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers are written in the same digits in every language: they are read again. */
class OtherDigitsTest {
  @TempDir Path directory;
  private Locale before;

  @BeforeEach
  void setUp() {
    before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    assertEquals("\u0661", "%d".formatted(1), "the language has digits of its own");
  }

  @AfterEach
  void tearDown() {
    Locale.setDefault(before);
  }

  @Test
  void theKeyOfARoundTripIsRecognisedWhenItsProcessHasEnded() {
    String ours = RoundTripKey.fresh().text();

    assertTrue(ours.matches("https://[0-9]+-[0-9]+-[0-9a-f]{16}\\.reglogout-check\\.invalid"));
    String ofAnEarlierProcess = ours.replaceFirst("-[0-9]+-", "-1-");
    assertTrue(RoundTripKey.isLeftover(RegistryKey.of(ofAnEarlierProcess)), ofAnEarlierProcess);
  }

  @Test
  void linesAndModesAreShownAsToolsShowThem() {
    Machine machine = new Machine(directory).config("{\n\"credStore\": \"x\", \"psFormat\": 1}");
    Checkup.mode(machine.config(), "rw-rw-rw-");
    Checkup.mode(machine.configDirectory(), "rwxr-xr-x");

    Checkup.ofFile(machine)
        .findings()
        .forEach(finding -> assertTrue(finding.text().matches("\\p{ASCII}*"), finding.text()));
  }
}
