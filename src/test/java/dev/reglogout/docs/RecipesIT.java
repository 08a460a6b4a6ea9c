package dev.reglogout.docs;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.real.RealHelpers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The recipes do what their page says: of those for a CI system that is not here, the shell part.
 */
@Tag("image")
class RecipesIT {
  private static final Pattern RECAP =
      Pattern.compile("localhost +: ok=\\d+ +changed=(\\d+) +unreachable=0 +failed=(\\d+)");

  private static final Path PAGE = Path.of("docs/recipes.md");
  private static final Pattern JENKINS_STEP = Pattern.compile("\\bsh '([^']+)'");

  @ParameterizedTest
  @MethodSource("jobs")
  void aJobLogsInAndLeavesNothing(Block block) throws IOException {
    try (Scene scene = Scenes.named("job")) {
      Scene.Output output = scene.sh(shellPart(block));

      assertEquals(0, output.exit(), output.text());
      assertEquals(1, Files.readAllLines(scene.home().resolve("logins")).size(), output.text());
      assertEquals(List.of(), filesWithALogin(scene), output.text());
      assertTrue(output.text().contains("Removing login credentials for "), output.text());
    }
  }

  @ParameterizedTest
  @CsvSource({"When a script ends", "GitHub Actions", "GitLab", "Jenkins"})
  void aJobFailsWhereAHelperCannotBeAskedButTheSecretIsGone(String heading) throws IOException {
    try (Scene scene = Scenes.named("job-without-helper")) {
      Scene.Output output = scene.sh(shellPart(block(heading)));

      assertEquals(1, output.exit(), output.text());
      assertEquals(List.of(), filesWithALogin(scene), output.text());
    }
  }

  @Test
  void aPushThatFailsIsStillFollowedByALogout() throws IOException {
    try (Scene scene = Scenes.named("job")) {
      String script = shellPart(block("When a script ends")).replace("docker push", "exit 7 #");

      Scene.Output output = scene.sh(script);

      assertEquals(7, output.exit(), output.text());
      assertEquals(List.of(), filesWithALogin(scene), output.text());
    }
  }

  @Test
  void ansibleIsToldWhatChangedAndInCheckModeWhatWould() throws IOException {
    RealHelpers.require("ansible-playbook");
    try (Scene scene = Scenes.named("ansible")) {
      scene.file("playbook.yml", block("Ansible").text());

      assertEquals(Map.of("changed", 1, "failures", 0), ansible(scene, "--check"));
      assertEquals(1, filesWithALogin(scene).size());
      assertEquals(Map.of("changed", 1, "failures", 0), ansible(scene));
      assertEquals(List.of(), filesWithALogin(scene));
      assertEquals(Map.of("changed", 0, "failures", 0), ansible(scene));

      scene.config("{\"credsStore\": \"desktop\"}");
      assertEquals(Map.of("changed", 0, "failures", 1), ansible(scene));
    }
  }

  @Test
  void ansibleCollectsWhatIsStoredAndChangesNothing() throws IOException {
    RealHelpers.require("ansible-playbook");
    try (Scene scene = Scenes.named("ansible")) {
      scene.file("playbook.yml", block("Ansible collects it").text());
      Files.createDirectory(scene.home().resolve("stored"));

      assertEquals(Map.of("changed", 1, "failures", 0), ansible(scene)); // the document is written
      Path document = scene.home().resolve("stored/localhost.json");
      String json = Files.readString(document);
      assertTrue(json.contains("\"registry\": \"ghcr.io\""), json);
      assertTrue(json.contains("\"tool\": \"docker\""), json);
      assertEquals(1, filesWithALogin(scene).size());
    }
  }

  /** A recipe that nobody runs would be none. */
  @Test
  void everyRecipeNamesTheSceneItIsRunIn() {
    Set<String> known = Set.of("console", "sh", "yaml", "groovy");
    assertEquals(
        List.of(),
        Page.read(PAGE).blocks().stream()
            .filter(
                block ->
                    !known.contains(block.language())
                        || !Scenes.has(block.noted("scene").orElse("")))
            .toList());
    assertEquals(5, jobs().count());
  }

  static Stream<Block> jobs() {
    return Page.read(PAGE).blocks().stream()
        .filter(block -> block.noted("scene").orElse("").equals("job"));
  }

  private static Block block(String heading) {
    return Page.read(PAGE).blocks().stream()
        .filter(block -> block.heading().equals(heading))
        .findFirst()
        .orElseThrow();
  }

  /** Returns what the CI system would give a shell, each step to one that stops at a failure. */
  private static String shellPart(Block block) {
    return switch (block.language()) {
      case "sh" -> block.text();
      case "groovy" ->
          steps(JENKINS_STEP.matcher(block.text()).results().map(step -> step.group(1)).toList());
      case "yaml" -> steps(yamlSteps(new YAMLMapper().readTree(block.text())));
      default -> throw new AssertionError(block + " has no shell part");
    };
  }

  private static List<String> yamlSteps(JsonNode yaml) {
    List<String> steps = new ArrayList<>();
    yaml.findValues("run").forEach(step -> steps.add(step.asString()));
    for (String list : List.of("script", "after_script")) {
      yaml.findValues(list).forEach(node -> node.forEach(step -> steps.add(step.asString())));
    }
    return steps;
  }

  private static String steps(List<String> steps) {
    assertTrue(steps.size() > 2, steps.toString());
    return steps.stream()
        .map(step -> "( set -e; " + step + "\n) || worst=$?\n")
        .collect(joining("", "worst=0\n", "exit $worst\n"));
  }

  private static List<Path> filesWithALogin(Scene scene) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(scene.home())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.endsWith("config.json") && Files.readString(file).contains("\"auth\"")) {
          found.add(file);
        }
      }
    }
    return found;
  }

  /** Returns what the closing line of a play says; the default output comes with ansible itself. */
  private static Map<String, Integer> ansible(Scene scene, String... more) {
    String path = scene.variables().get("PATH") + ":/usr/bin:/bin";
    List<String> command =
        new ArrayList<>(
            List.of(
                "/usr/bin/env",
                "PATH=" + path,
                "ANSIBLE_STDOUT_CALLBACK=default",
                "ANSIBLE_NOCOLOR=1"));
    command.addAll(List.of("ansible-playbook", "-i", "localhost,", "-c", "local", "playbook.yml"));
    command.addAll(List.of(more));
    String text = scene.run(command).text();
    Matcher recap = RECAP.matcher(text);
    assertTrue(recap.find(), text);
    return Map.of(
        "changed", Integer.valueOf(recap.group(1)), "failures", Integer.valueOf(recap.group(2)));
  }
}
