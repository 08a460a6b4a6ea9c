package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListEverywhereTest {
  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  @Test
  void anEmptyFileOfHelmsTurnsToNoDefaultHelper() {
    Path helms = machine.home().resolve(".config/helm/registry/config.json");
    machine.config("{\"credsStore\": \"x\"}").lister("x", "{}").write(helms, "{}");
    machine.helper("secretservice", "keeper").entry("ghcr.io", "ci", "s3cret");

    assertEquals("Nothing is stored.\n", machine.run("list", "--everywhere").out());
    assertEquals(List.of(), machine.calls());
  }

  @Test
  void podmansAndHelmsFilesAreShownWhenTheyAreMeant() {
    machine.config("{\"auths\": {\"a.example.com\": {\"auth\": \"Y2k6cA==\"}}}");
    machine.write(
        machine.home().resolve(".config/containers/auth.json"),
        "{\"auths\": {\"quay.io/team\": {\"auth\": \"Y2k6cA==\"}}}");
    machine.write(
        machine.home().resolve(".config/helm/registry/config.json"),
        "{\"auths\": {\"helm.example.com\": {\"auth\": \"Y2k6cA==\"}}}");

    assertEquals("a.example.com\n", machine.run("list", "-q").out());
    assertEquals(
        "a.example.com\nhelm.example.com\nquay.io\n",
        machine.run("list", "-q", "--everywhere").out());
  }
}
