package dev.reglogout.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever follows a link, or calls a target of the Makefile that a page names, gets there. */
class LinksTest {
  private static final Pattern MAKE = Pattern.compile("(?m)(?:`|^|\\$ )make ([a-z]+)");

  @Test
  void everyLinkToAFileAndToAHeadingResolves() {
    List<String> broken = new ArrayList<>();
    int followed = 0;
    for (Page page : Page.all()) {
      for (String link : page.links().keySet()) {
        if (!link.matches("[a-z]+:.*")) {
          followed++;
          if (!resolves(page, link)) {
            broken.add("%s:%d: %s".formatted(page.path(), page.links().get(link), link));
          }
        }
      }
    }

    assertEquals(List.of(), broken);
    assertTrue(followed > 20, "links followed: " + followed);
  }

  @Test
  void everyPageCanBeReachedFromTheReadme() {
    Set<Path> reached = new TreeSet<>();
    reach(Page.read(Path.of("README.md")), reached);

    Set<Path> pages = Page.all().stream().map(Page::path).collect(Collectors.toSet());
    pages.removeAll(reached);

    assertEquals(Set.of(), pages);
  }

  @Test
  void everyTargetOfMakeThatAPageNamesIsThere() throws IOException {
    String makefile = Files.readString(Path.of("Makefile")).replace("\\\n", "");
    Set<String> targets =
        makefile
            .lines()
            .filter(line -> line.startsWith("TARGETS ="))
            .flatMap(line -> Pattern.compile(" +").splitAsStream(line))
            .collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>();
    for (Page page : Page.all()) {
      Matcher named = MAKE.matcher(Files.readString(page.path()));
      while (named.find()) {
        if (!targets.contains(named.group(1))) {
          missing.add(page.path() + ": make " + named.group(1));
        }
      }
    }

    assertTrue(targets.contains("test"), targets.toString());
    assertEquals(Set.of(), missing);
  }

  private static void reach(Page page, Set<Path> reached) {
    if (!reached.add(page.path())) {
      return;
    }
    for (String link : page.links().keySet()) {
      Path target = target(page, link);
      if (!link.matches("[a-z]+:.*") && target.toString().endsWith(".md") && resolves(page, link)) {
        reach(Page.read(target), reached);
      }
    }
  }

  private static boolean resolves(Page page, String link) {
    Path target = target(page, link);
    int hash = link.indexOf('#');
    return Files.exists(target)
        && (hash < 0 || Page.read(target).anchors().contains(link.substring(hash + 1)));
  }

  private static Path target(Page page, String link) {
    String file = link.replaceAll("#.*", "");
    return file.isEmpty() ? page.path() : page.path().resolveSibling(file).normalize();
  }
}
