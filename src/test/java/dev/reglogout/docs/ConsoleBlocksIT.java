package dev.reglogout.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the pages show of a terminal is what the program prints there, to the letter.
 *
 * <p>With the system property {@code docs.write} the pages are corrected: {@code make pictures}.
 */
@Tag("image")
class ConsoleBlocksIT {

  @ParameterizedTest
  @MethodSource("blocks")
  void whatAPageShowsIsWhatIsPrinted(Block block) {
    String name = block.noted("scene").orElse("");
    try (Scene scene = Scenes.named(name)) {
      String replayed = scene.replay(block);
      if (Boolean.getBoolean("docs.write")) {
        block.rewrite(replayed);
      } else {
        assertEquals(block.text(), replayed, block.toString());
      }
    }
  }

  static Stream<Block> blocks() {
    return Page.allBlocks().filter(block -> block.language().equals("console"));
  }
}
