package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many runs at once. */
class ParallelIT extends EndToEnd {

  @Test
  void thirtyLogoutsOfThirtyRegistriesFromOneFileLoseNothing() throws IOException {
    List<String> hosts = IntStream.range(0, 30).mapToObj(i -> "r" + i + ".example.com").toList();
    String kept = "\"kept.example.com\": {\"auth\": \"azpr\"}";
    machine.config(
        hosts.stream()
            .map(host -> "    \"%s\": {\"auth\": \"dTpw\"},\n".formatted(host))
            .collect(Collectors.joining("", "{\n  \"auths\": {\n", "    " + kept + "\n  }\n}\n")));

    List<Program.Running> runs =
        hosts.stream().map(host -> program.start(variables(), host)).toList();
    List<Program.Result> results = runs.stream().map(Program.Running::result).toList();

    for (int i = 0; i < hosts.size(); i++) {
      assertEquals(0, results.get(i).exit(), results.get(i).err());
      assertEquals(
          "Removing login credentials for %1$s\n  removed %1$s from %2$s\n"
              .formatted(hosts.get(i), machine.config()),
          results.get(i).out());
    }
    assertEquals("{\n  \"auths\": {\n    " + kept + "\n  }\n}\n", machine.configText());
    try (Stream<Path> files = Files.list(machine.configDirectory())) {
      assertEquals(List.of(machine.config()), files.toList());
    }
  }
}
