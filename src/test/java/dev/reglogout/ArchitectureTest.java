package dev.reglogout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Data flows one way: a package imports only what stands to its right. */
class ArchitectureTest {
  private static final Path MAIN = Path.of("src/main/java/dev/reglogout");

  /** The packages from left to right; those of one set are siblings. */
  private static final List<Set<String>> ORDER =
      List.of(
          Set.of("cli"),
          Set.of("doctor"),
          Set.of("logout"),
          Set.of("survey"),
          Set.of("helper", "config", "hub"),
          Set.of("messages"),
          Set.of("store"),
          Set.of("registry"),
          Set.of("internal"));

  private static final Pattern OURS = Pattern.compile("\\bdev\\.reglogout\\.([a-z]+)\\.[A-Z]");

  @Test
  void everyPackageHasItsPlaceInTheOrder() throws IOException {
    try (Stream<Path> packages = Files.list(MAIN)) {
      List<String> names = packages.map(path -> path.getFileName().toString()).sorted().toList();

      assertTrue(names.stream().allMatch(name -> place(name) >= 0), names.toString());
      assertTrue(names.containsAll(List.of("cli", "config", "helper", "logout", "registry")));
    }
  }

  @Test
  void aPackageUsesOnlyWhatStandsToItsRight() {
    Set<String> wrong = new TreeSet<>();
    sources()
        .forEach(
            (file, text) -> {
              String from = packageOf(file);
              Matcher used = OURS.matcher(withoutComments(text));
              while (used.find()) {
                String to = used.group(1);
                if (!to.equals(from) && place(to) <= place(from)) {
                  wrong.add(file + " uses " + to);
                }
              }
            });

    assertEquals(Set.of(), wrong);
  }

  @Test
  void theProgramExitsInOnePlace() {
    assertEquals(List.of("cli/Main.java"), filesWith("System\\.exit|\\.halt\\("));
    assertEquals(1, occurrences("System\\.exit"));
  }

  @Test
  void onlyTheCommandLineKnowsTheStandardStreams() {
    List<String> files =
        filesWith("System\\.(out|err|in)\\b|FileDescriptor\\.|printStackTrace\\(\\)");

    assertEquals(List.of(), files.stream().filter(file -> !file.startsWith("cli/")).toList());
  }

  @Test
  void helpersAreRunInOnePlace() {
    assertEquals(
        List.of("helper/HelperProcess.java", "helper/ProcessLimit.java"),
        filesWith("org\\.apache\\.commons\\.exec"));
    assertEquals(
        // itself in another locale; ls, for access lists Java does not see; for commons-exec, whose
        // own way garbles variables; a shell, for signals Java has no method for
        List.of(
            "cli/Utf8Restart.java",
            "config/AccessLists.java",
            "helper/HelperProcess.java",
            "helper/ProcessFamily.java"),
        filesWith("ProcessBuilder|Runtime\\.getRuntime\\(\\)\\.exec"));
  }

  @Test
  void onlyTheCommandLineKnowsItsParser() {
    assertTrue(filesWith("\\bpicocli\\.").stream().allMatch(file -> file.startsWith("cli/")));
  }

  @Test
  void theEnvironmentIsReadInOnePlace() {
    assertEquals(List.of("store/Environment.java"), filesWith("System\\.getenv"));
    // for its owner alone, where nothing else tells who we are: the user's home is HOME
    assertEquals(List.of("store/Environment.java"), filesWith("user\\.home"));
    assertEquals(1, occurrences("user\\.home"));
  }

  private static List<String> filesWith(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return sources().entrySet().stream()
        .filter(source -> pattern.matcher(withoutComments(source.getValue())).find())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static long occurrences(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return sources().values().stream()
        .mapToLong(text -> pattern.matcher(withoutComments(text)).results().count())
        .sum();
  }

  private static int place(String name) {
    for (int i = 0; i < ORDER.size(); i++) {
      if (ORDER.get(i).contains(name)) {
        return i;
      }
    }
    return -1;
  }

  private static String packageOf(String file) {
    return file.substring(0, file.indexOf('/'));
  }

  private static String withoutComments(String text) {
    return text.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)//.*$", "");
  }

  /** Returns the text of each source file by its path below the root package. */
  private static Map<String, String> sources() {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(MAIN)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        sources.put(MAIN.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
