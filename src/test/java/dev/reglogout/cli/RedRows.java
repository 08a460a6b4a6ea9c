package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Lets the tests that are listed in {@code truth/red-rows.txt} fail, and fails those that pass.
 *
 * <p>The list may only shrink. What was red in a run is added to {@code target/red-rows.txt}.
 */
public final class RedRows implements InvocationInterceptor {
  private static final Path LIST = Path.of("src/test/resources/truth/red-rows.txt");
  private static final Path FOUND = Path.of("target/red-rows.txt");

  @Override
  public void interceptTestMethod(
      Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
      throws Throwable {
    judge(test, context.getRequiredTestMethod().getName());
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
      throws Throwable {
    judge(test, context.getRequiredTestMethod().getName() + ": " + context.getDisplayName());
  }

  private static void judge(Invocation<Void> test, String name) throws Throwable {
    boolean known = list().contains(name);
    try {
      test.proceed();
    } catch (AssertionError e) {
      note(name);
      if (known) {
        return;
      }
      throw e;
    }
    if (known) {
      fail(name + " is right by now: take it out of " + LIST);
    }
  }

  private static List<String> list() {
    try {
      return Files.readAllLines(LIST);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void note(String name) throws IOException {
    Files.createDirectories(FOUND.getParent());
    Files.writeString(FOUND, name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
