package dev.reglogout.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pictures of the pages show what the program prints on a terminal.
 *
 * <p>With the system property {@code docs.write} they are made anew: {@code make pictures}.
 */
@Tag("image")
class PicturesIT {
  private static final Path FOLDER = Path.of("docs/pictures");
  private static final int COLUMNS = 96;

  /**
   * A picture.
   *
   * @param name of its file, without the ending
   * @param title what it shows, for those who cannot see it
   */
  record Shot(String name, String scene, String title, List<String> commands) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Shot> shots() {
    return Stream.of(
        new Shot(
            "logout",
            "hero",
            "reglogout erases a login from the config file and from a helper, and exits 0; another"
                + " helper still shows the entry after the erase, and it exits 1",
            List.of("reglogout ghcr.io", "echo $?", "reglogout quay.io", "echo $?")),
        new Shot(
            "all",
            "many",
            "reglogout --all shows what it would do, and asks",
            List.of("reglogout --all")),
        new Shot(
            "list",
            "inventory",
            "reglogout list shows which credentials are stored, and where",
            List.of("reglogout list")),
        new Shot(
            "doctor",
            "several-faults",
            "reglogout doctor names what is wrong with the config file and the helpers, and says what"
                + " to do",
            List.of("reglogout doctor")));
  }

  @ParameterizedTest
  @MethodSource("shots")
  void aPictureShowsWhatTheProgramPrints(Shot shot) throws IOException {
    Path file = FOLDER.resolve(shot.name() + ".svg");
    String drawn;
    try (Scene scene = Scenes.named(shot.scene())) {
      String sent = Recording.of(scene, COLUMNS, shot.commands(), "n");
      drawn = Picture.of(shot.title(), Screen.lines(sent, COLUMNS));
    }

    if (Boolean.getBoolean("docs.write")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, drawn);
    }

    assertEquals(Files.readString(file), drawn, file + " is stale: make pictures");
  }

  @Test
  void everyPictureIsOneOfThese() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      Set<String> there =
          files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
      assertEquals(shots().map(shot -> shot.name() + ".svg").collect(Collectors.toSet()), there);
    }
  }
}
