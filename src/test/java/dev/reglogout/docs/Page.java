package dev.reglogout.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Markdown page, as far as the tests of the documentation read it.
 *
 * @param path from the top of the project
 * @param blocks its fenced blocks
 * @param headings their texts, in order
 * @param named the names of places that are given in so many words: {@code <a id="…"></a>}
 * @param links the targets of its links and pictures, with the line of each
 */
record Page(
    Path path,
    List<Block> blocks,
    List<String> headings,
    List<String> named,
    Map<String, Integer> links) {
  private static final Pattern FENCE = Pattern.compile("```+(\\w*).*");
  private static final Pattern NOTE = Pattern.compile("<!-- (.*) -->");
  private static final Pattern HEADING = Pattern.compile("#{1,6} (.+)");
  private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\"></a>");
  private static final Pattern LINK =
      Pattern.compile("\\]\\(([^)\\s]+)\\)|(?:src|srcset|href)=\"([^\"]+)\"");

  /** Returns the pages of the project: what stands at its top, and all in {@code docs}. */
  static List<Page> all() {
    try (Stream<Path> top = Files.list(Path.of(""));
        Stream<Path> docs = Files.walk(Path.of("docs"))) {
      return Stream.concat(
              Stream.concat(top, docs), Stream.of(Path.of("helpers-fixtures/README.md")))
          .filter(path -> path.toString().endsWith(".md"))
          .sorted()
          .map(Page::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the blocks of all pages. */
  static Stream<Block> allBlocks() {
    return all().stream().flatMap(page -> page.blocks().stream());
  }

  /** Reads a page. */
  static Page read(Path path) {
    List<Block> blocks = new ArrayList<>();
    List<String> headings = new ArrayList<>();
    List<String> named = new ArrayList<>();
    Map<String, Integer> links = new LinkedHashMap<>();
    String note = "";
    List<String> lines = lines(path);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String stripped = line.strip();
      Matcher fence = FENCE.matcher(stripped);
      Matcher comment = NOTE.matcher(stripped);
      Matcher heading = HEADING.matcher(line);
      Matcher anchor = ANCHOR.matcher(line);
      while (anchor.find()) {
        named.add(anchor.group(1));
      }
      if (fence.matches()) {
        int start = i;
        String indent = line.substring(0, line.indexOf('`'));
        String end = stripped.replaceAll("[^`].*", "");
        StringBuilder text = new StringBuilder();
        while (++i < lines.size() && !lines.get(i).strip().equals(end)) {
          String content = lines.get(i);
          text.append(content.startsWith(indent) ? content.substring(indent.length()) : content)
              .append('\n');
        }
        String under = headings.isEmpty() ? "" : headings.get(headings.size() - 1);
        blocks.add(
            new Block(path, start + 1, under, fence.group(1), note, text.toString(), indent));
        note = "";
      } else if (comment.matches()) {
        note = comment.group(1);
      } else if (heading.matches()) {
        headings.add(heading.group(1));
      } else if (!stripped.isEmpty()) {
        note = "";
        Matcher link = LINK.matcher(line.replaceAll("`[^`]*`", ""));
        while (link.find()) {
          links.putIfAbsent(link.group(1) != null ? link.group(1) : link.group(2), i + 1);
        }
      }
    }
    return new Page(path, blocks, headings, named, links);
  }

  /** Returns what can be linked to; the names of headings are made as GitHub makes them. */
  List<String> anchors() {
    List<String> anchors = new ArrayList<>(named);
    Map<String, Integer> seen = new LinkedHashMap<>();
    for (String heading : headings) {
      String anchor =
          heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
      int before = seen.merge(anchor, 1, Integer::sum) - 1;
      anchors.add(before == 0 ? anchor : anchor + "-" + before);
    }
    return anchors;
  }

  private static List<String> lines(Path path) {
    try {
      return Files.readAllLines(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
