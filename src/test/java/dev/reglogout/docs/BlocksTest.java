package dev.reglogout.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** No block of the pages escapes the tests that read them. */
class BlocksTest {

  @Test
  void everyConsoleBlockNamesTheSceneItIsRunIn() {
    List<Block> consoles =
        Page.allBlocks().filter(block -> block.language().equals("console")).toList();

    List<Block> unnamed =
        consoles.stream().filter(block -> !Scenes.has(block.noted("scene").orElse(""))).toList();

    assertEquals(List.of(), unnamed, "needs a <!-- scene: NAME --> above it");
    assertTrue(consoles.size() > 5, consoles.toString());
  }

  @Test
  void everyConsoleBlockBeginsWithACommand() {
    assertEquals(
        List.of(),
        Page.allBlocks()
            .filter(block -> block.language().equals("console"))
            .filter(block -> !block.text().startsWith("$ "))
            .toList());
  }

  @Test
  void whatLooksLikeATerminalIsConsoleUnlessItSaysWhyItIsNotRun() {
    assertEquals(
        List.of(),
        Page.allBlocks()
            .filter(block -> !block.language().equals("console"))
            .filter(block -> block.text().lines().anyMatch(line -> line.startsWith("$ ")))
            .filter(block -> block.noted("not run").isEmpty())
            .toList());
  }

  @Test
  void everyJsonBlockIsJson() {
    assertEquals(
        List.of(),
        Page.allBlocks()
            .filter(block -> block.language().equals("json"))
            .filter(block -> !isJson(block.text()))
            .toList());
  }

  private static boolean isJson(String text) {
    try {
      return new JsonMapper().readTree(text).isObject();
    } catch (JacksonException e) {
      return false;
    }
  }
}
