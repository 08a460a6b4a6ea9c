package dev.reglogout.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An image: a folder with the program and its runtime; or a native program, which is laid out as
 * one.
 *
 * @param root its folder
 */
record Image(Path root) {

  /** Returns the image that is to be tested. */
  static Image underTest() {
    return new Image(Path.of(Program.underTest().words().get(0)).getParent().getParent());
  }

  /** Returns a true copy of the image, made at a place that does not exist yet. */
  Image copy(Path place) {
    ImageTest.succeeds("cp", "-a", root.toString(), place.toString());
    return new Image(place);
  }

  /**
   * Returns a copy of the image that shares its files: quicker, for tests that replace files and
   * write into none.
   */
  Image sharing(Path place) {
    try {
      if (Files.getFileStore(root).equals(Files.getFileStore(place.getParent()))) {
        ImageTest.succeeds("cp", "-al", root.toString(), place.toString());
        return new Image(place);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy(place);
  }

  Program program() {
    return new Program(List.of(launcher().toString()));
  }

  Path launcher() {
    return root.resolve("bin/reglogout");
  }

  /** Returns whether it is a native program: without a JVM, its modules and its cache. */
  boolean isNative() {
    return Files.exists(root.resolve("lib/reglogout"));
  }

  /** Returns the folder with the licences of all that is in it. */
  Path legal() {
    return root.resolve(isNative() ? "lib/legal" : "lib/runtime/legal");
  }

  Path java() {
    return root.resolve("lib/runtime/bin/java");
  }

  Path modules() {
    return root.resolve("lib/runtime/lib/modules");
  }

  Path options() {
    return root.resolve("lib/options");
  }

  /** Returns the start-up cache. */
  Path cache() {
    try (Stream<Path> files = Files.list(root.resolve("lib"))) {
      return files.filter(file -> file.toString().endsWith(".aot")).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts another file in the cache's place. */
  void cache(byte[] content) {
    Path cache = cache();
    try {
      Files.delete(cache);
      Files.write(cache, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the cache seem as old as the modules, as it is when built. */
  void hideChange() {
    ImageTest.succeeds("touch", "-r", modules().toString(), cache().toString());
  }
}
