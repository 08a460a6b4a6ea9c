package dev.reglogout.config;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;

class LockWaitTest {
  @Test
  void theWaitBeginsAnewWheneverTheLockChangesHands() throws Exception {
    LockWait wait = new LockWait(40);
    long end = System.nanoTime() + 400_000_000;

    for (int hands = 0; System.nanoTime() < end; hands++) {
      assertTrue(wait.goesOn(lockFile(hands)));
    }
  }

  @Test
  void aLockThatStaysInTheSameHandsIsWaitedForNoLonger() throws Exception {
    LockWait wait = new LockWait(40);
    long start = System.nanoTime();

    while (wait.goesOn(lockFile(1))) {
      assertTrue(System.nanoTime() - start < 20_000_000_000L, "it never ends");
    }

    assertTrue(System.nanoTime() - start >= 40_000_000);
  }

  @Test
  void soIsOneThatIsNotSeen() throws Exception {
    LockWait wait = new LockWait(0);
    Thread.sleep(2);

    assertFalse(wait.goesOn(null));
  }

  private static FileTraits lockFile(long inode) {
    return new FileTraits(1, inode, 1, 0600, 0, 0, 0, true, FileTime.fromMillis(1));
  }
}
