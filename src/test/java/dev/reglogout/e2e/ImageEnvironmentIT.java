package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is set on the machine for other programs does not reach ours. */
class ImageEnvironmentIT extends ImageTest {
  private static final String RED = "\u001b[1;31mreglogout:\u001b[0m ";
  private final Image image = Image.underTest();

  @ParameterizedTest
  @CsvSource({
    "JAVA_TOOL_OPTIONS, -javaagent:/nonexistent.jar",
    "JAVA_TOOL_OPTIONS, -Dharmless=1",
    "JDK_JAVA_OPTIONS, -Xfoo",
    "_JAVA_OPTIONS, -XX:+UseParallelGC",
    "_JAVA_LAUNCHER_DEBUG, 1",
    "CLASSPATH, x",
    "JAVA_HOME, /nonexistent",
    "CDPATH, /",
    "ENV, /nonexistent",
  })
  void optionsForOtherProgramsOfJavaDoNotMatter(String name, String value) {
    assertAsEver(runWith(Map.of(name, value)));
  }

  @Test
  void aFileOfOptionsInTheCurrentFolderDoesNotMatter() throws IOException {
    Path file = Files.writeString(here.resolve(".hotspotrc"), "+PrintFlagsFinal\n");

    Program.Result result = runWith(Map.of());

    Files.delete(file);
    assertAsEver(result);
  }

  @Test
  @Tag("jvm")
  void ourOwnVariableIsPassedOn() {
    String name = "REGLOGOUT_JAVA_OPTS";

    assertAsEver(runWith(Map.of(name, "-Dx=y -Dz=*")));

    Program.Result result = runWith(Map.of(name, "-XX:+PrintFlagsFinal"));
    assertTrue((result.out() + result.err()).contains("UseSerialGC"), result.err());
  }

  @Test
  void theHelpersGetTheVariablesAsTheyAre() {
    machine
        .config("{\"credsStore\": \"tells\"}")
        .script("tells", "echo \"$lib,$image,$self,$cache,$link,$modules,$LC_ALL\"; exit 1");
    Map<String, String> variables = new HashMap<>(variables());
    for (String name : List.of("lib", "image", "self", "cache", "link", "modules")) {
      variables.put(name, "my " + name);
    }
    variables.put("LC_ALL", "C.UTF-8");

    Program.Result result = inside(here, image.program()).run(variables, "ghcr.io");

    String told = "my lib,my image,my self,my cache,my link,my modules,C.UTF-8";
    assertTrue(result.err().contains(told), result.err());
  }

  @ParameterizedTest
  @CsvSource({
    "LC_ALL, C",
    "LC_ALL, POSIX",
    "LC_CTYPE, C",
    "LANG, ''",
    "LANG, C",
    "LC_ALL, C.UTF-8",
    "LC_ALL, C.utf8",
    "LANG, xx_YY.UTF-8",
    "LC_ALL, xx_YY.utf8",
  })
  void aHomeWithLettersBeyondAsciiWorksInEveryLocale(String name, String value) throws IOException {
    Path home = Files.createDirectories(directory.resolve("jörg 日本"));
    Path config = home.resolve(".docker/config.json");
    machine.write(config, CONFIG);
    Map<String, String> variables = new HashMap<>(variables());
    variables.put("HOME", home.toString());
    variables.put(name, value);

    Program.Result result = inside(here, image.program()).run(variables, "ghcr.io");

    assertTrue(result.out().endsWith("  removed ghcr.io from " + config + "\n"), result.err());
    assertFalse(Machine.read(config).contains("dTpw"));
  }

  @ParameterizedTest
  @CsvSource({
    "LC_ALL, C.UTF-8",
    "LC_ALL, xx_YY.UTF-8",
    "LC_ALL, C",
    "LC_ALL, ''",
    "JAVA_TOOL_OPTIONS, -Dx=y -Dz=*",
    "CLASSPATH, a b:c",
  })
  void theHelpersGetWhatTheLauncherChangesForJava(String name, String value) {
    machine
        .config("{\"credsStore\": \"tells\"}")
        .script("tells", "echo \"in $" + name + ".\"; exit 1");

    Program.Result result = inside(here, image.program()).run(with(Map.of(name, value)), "ghcr.io");

    assertTrue(result.err().contains("in " + value + "."), result.err());
  }

  @Test
  void littleAddressSpaceIsEnough() {
    assertAsEver(logsOut(image, "/bin/sh", "-c", "ulimit -v 1500000 && exec \"$@\"", "sh"));
  }

  @Test
  void messagesAreColouredWhereStderrIsATerminalOnly() {
    machine.config(CONFIG);

    String all = onTerminal("\"$0\" quay.io");
    String piped = onTerminal("\"$0\" quay.io 2>&1 | cat");
    String errorOnly = onTerminal("\"$0\" quay.io </dev/null >/dev/null");

    assertTrue(all.contains(RED), all);
    assertTrue(piped.contains("reglogout: ") && !piped.contains("\u001b["), piped);
    assertTrue(errorOnly.contains(RED), errorOnly);
  }

  @Test
  void whoeverSitsAtATerminalIsAskedAndAScriptIsNot() {
    machine.config("{\"auths\": {\"ghcr.io\": {\"auth\": \"dTpw\"}}}");

    String asked = onTerminal("\"$0\" --all");
    assertTrue(asked.contains("Log out of all of these? [y/N] "), asked);
    assertTrue(machine.configText().contains("ghcr.io"));

    String script = onTerminal("\"$0\" --all </dev/null");
    assertFalse(script.contains("[y/N]"), script);
    assertFalse(machine.configText().contains("ghcr.io"));
  }

  /** Returns what a command shows on a terminal where nothing is typed. */
  private String onTerminal(String command) {
    Map<String, String> variables =
        with(Map.of("TERM", "xterm", "SHELL", "/bin/sh", "IT", image.launcher().toString()));
    variables.put("PATH", machine.bin() + ":/usr/bin:/bin");
    String quoted = command.replace("$0", "$IT");
    return new Program(List.of("script", "-qec", quoted, "/dev/null")).run(variables).out();
  }

  private Program.Result runWith(Map<String, String> more) {
    machine.config(CONFIG);
    Program.Result result = inside(here, image.program()).run(with(more), "ghcr.io");
    assertTrue(
        names(here).isEmpty() || names(here).equals(List.of(".hotspotrc")), names(here).toString());
    return result;
  }

  private Map<String, String> with(Map<String, String> more) {
    Map<String, String> variables = new HashMap<>(variables());
    variables.putAll(more);
    return variables;
  }
}
