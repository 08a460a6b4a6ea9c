package dev.reglogout.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.reglogout.store.Environment;
import dev.reglogout.store.Environment.Os;
import dev.reglogout.store.Observer;
import dev.reglogout.store.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpersTest {
  @TempDir Path directory;

  @ParameterizedTest(name = "{0} with {1}: {2}")
  @CsvSource(
      value = {
        "MACOS, docker-credential-osxkeychain, docker-credential-osxkeychain",
        "MACOS, docker-credential-pass pass, none",
        "WINDOWS, docker-credential-wincred.exe, docker-credential-wincred",
        "WINDOWS, docker-credential-wincred, none",
        "LINUX, docker-credential-pass pass docker-credential-secretservice,"
            + " docker-credential-pass",
        "LINUX, docker-credential-pass docker-credential-secretservice,"
            + " docker-credential-secretservice",
        "LINUX, docker-credential-pass, none",
        "LINUX, pass docker-credential-secretservice, none",
        "LINUX, docker-credential-osxkeychain, none",
        "LINUX, sh, none",
      })
  void thePlatformsDefaultIsDockersAndOnlyIfItIsInstalled(Os os, String programs, String expected)
      throws IOException {
    for (String program : programs.split(" ")) {
      install(program);
    }

    String found = helpers(os).platformDefault().map(HelperStore::name).orElse("none");

    assertEquals(expected, found);
  }

  @Test
  void oneNameIsOneStore() {
    Helpers helpers = helpers(Os.LINUX);

    assertSame(helpers.named("pass"), helpers.named("pass"));
    assertNotSame(helpers.named("pass"), helpers.named("secretservice"));
  }

  @Test
  void aHelperIsLookedUpOnlyWhenItIsCalled() throws Exception {
    HelperStore store = helpers(Os.LINUX).named("late");
    assertEquals("helper-not-installed", store.listing().problem().reason());

    install("docker-credential-late");

    assertEquals(List.of(), store.listing().entries());
  }

  private Helpers helpers(Os os) {
    Environment environment = Environment.of(Map.of("PATH", directory.toString()), os);
    Duration limit = Duration.ofSeconds(20);
    return new Helpers(environment, limit, null, new StopSignal(), Observer.NONE);
  }

  private void install(String program) throws IOException {
    Path file = Files.writeString(directory.resolve(program), "#!/bin/sh\necho null\n");
    file.toFile().setExecutable(true);
  }
}
