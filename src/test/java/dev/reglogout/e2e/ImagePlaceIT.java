package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An image works wherever it is, however it got there, and however it is called. */
class ImagePlaceIT extends ImageTest {
  private Image image;

  @BeforeEach
  void setUpImage() {
    image = Image.underTest().sharing(directory.resolve("an image"));
  }

  @Test
  void fromAnotherFolderByItsFullPath() {
    assertAsEver(logsOut(image));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "./reglogout",
        "../bin/reglogout",
        "sh reglogout",
        "sh ./reglogout",
        "bash reglogout"
      })
  void fromItsOwnFolderByARelativePath(String words) {
    assertAsEver(called(image.root().resolve("bin"), words));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bin/reglogout", "./bin/reglogout", "sh bin/reglogout"})
  void fromTheFolderAboveByARelativePath(String words) {
    assertAsEver(called(image.root(), words));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../an image/bin/reglogout", "../here/../an image/bin/reglogout"})
  void throughALinkWithARelativeTarget(String target) throws IOException {
    Files.createSymbolicLink(linkFolder().resolve("reglogout"), Path.of(target));

    assertAsEver(called(linkFolder(), "./reglogout"));
    assertAsEver(called(linkFolder(), "sh reglogout"));
    assertAsEver(called(directory, "links/reglogout"));
  }

  @Test
  void throughALinkInAFolderOnThePath() throws IOException {
    Files.createSymbolicLink(linkFolder().resolve("logout of"), image.launcher());
    Map<String, String> variables = new HashMap<>(variables());
    variables.put("PATH", linkFolder() + ":" + machine.bin());
    machine.config(CONFIG);

    Program.Result result =
        new Program(List.of("/bin/sh", "-c", "exec 'logout of' \"$@\"", "sh"))
            .run(variables, "ghcr.io");

    assertAsEver(result);
  }

  @Test
  void throughAChainOfLinksAndALinkedFolder() throws IOException {
    Path folder = Files.createSymbolicLink(directory.resolve("linked"), image.root());
    Path first = linkFolder().resolve("first");
    Path second = here.getParent().resolve("second");
    Files.createSymbolicLink(first, folder.resolve("bin/reglogout"));
    Files.createSymbolicLink(second, Path.of("links/first"));
    Path third = Files.createSymbolicLink(linkFolder().resolve("-third"), Path.of("../second"));

    assertAsEver(logsOut(new Image(folder)));
    machine.config(CONFIG);
    assertAsEver(new Program(List.of(third.toString())).run(variables(), "ghcr.io"));
    assertAsEver(called(linkFolder(), "./-third"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"with blanks in it", "größer", "日本 語", "100% p%t", "a'b\"c", "*", "-x"})
  void inAFolderOfAnyName(String name) throws IOException {
    Path moved = directory.resolve(name);
    Files.move(image.root(), moved);

    assertAsEver(logsOut(new Image(moved)));
  }

  @Test
  void copiedWithoutItsTimesAndLinks() {
    Path copy = directory.resolve("a copy");
    succeeds("cp", "-r", image.root().toString(), copy.toString());

    assertAsEver(logsOut(new Image(copy)));
    assertEquals(image.root().toFile().list().length, copy.toFile().list().length);
  }

  @Test
  @Tag("jvm")
  void aCopyIsAsQuickAsTheOriginalFromItsSecondRunOn() throws IOException {
    Path place = directory.resolve("a copy");
    succeeds("cp", "-r", image.root().toString(), place.toString());
    Image copy = new Image(place);

    logsOut(copy);

    assertEquals(
        Files.getLastModifiedTime(copy.modules()), Files.getLastModifiedTime(copy.cache()));
  }

  @Test
  @Tag("jvm")
  void packedAndUnpackedTheCacheIsUsedAsItIs() throws IOException {
    Path unpacked = Files.createDirectory(directory.resolve("unpacked here"));
    succeeds(
        "sh",
        "-c",
        "tar -C \"$1\" -cf - . | tar -C \"$2\" -xf -",
        "sh",
        image.root().toString(),
        unpacked.toString());
    Image copy = new Image(unpacked);

    assertEquals(
        Files.getLastModifiedTime(copy.modules()), Files.getLastModifiedTime(copy.cache()));
    assertAsEver(logsOut(copy));
  }

  private Path linkFolder() throws IOException {
    return Files.createDirectories(directory.resolve("links"));
  }

  private Program.Result called(Path from, String words) {
    machine.config(CONFIG);
    Map<String, String> variables = new HashMap<>(variables());
    variables.put("PATH", machine.bin() + ":/bin");
    boolean shell = words.startsWith("sh ") || words.startsWith("bash ");
    List<String> command = shell ? List.of(words.split(" ", 2)) : List.of(words);
    return inside(from, new Program(command)).run(variables, "ghcr.io");
  }
}
