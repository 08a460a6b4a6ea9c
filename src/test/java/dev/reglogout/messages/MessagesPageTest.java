package dev.reglogout.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The page of known messages is what the table says. With {@code -Ddocs.write=true}: is made so.
 */
class MessagesPageTest {
  private static final Path PAGE = Path.of("docs/messages.md");

  @Test
  void thePageIsWrittenFromTheTable() throws IOException {
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(PAGE, MessagesPage.text());
    }

    assertEquals(MessagesPage.text(), Files.readString(PAGE), "stale: run `make docs`");
  }

  @Test
  void everyMessageStandsUnderATopicOfThePage() {
    for (KnownMessage message : KnownMessages.all()) {
      assertTrue(MessagesPage.TOPICS.containsKey(message.topic()), message.id());
      assertTrue(MessagesPage.text().contains("\n### " + message.id() + "\n"), message.id());
    }
  }
}
