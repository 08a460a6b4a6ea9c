package dev.reglogout.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.reglogout.cli.Machine;
import dev.reglogout.logout.LogoutSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in the text of docker's config file. */
class FileFindingsTest {
  private static final String LOSES = ": the next docker login or logout empties other logins";
  private static final String MALFORMED =
      "nothing was written; correct the file there (keep a copy first), and run it again";
  private static final String TYPE =
      "correct the field that the message names (put it into double quotes, or make it an object)"
          + " before you use docker login or docker logout";

  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory).helper("keeper", "keeper").entry("none", "u", "p");
  }

  static Stream<Arguments> findings() {
    return Stream.of(
        // not JSON
        row(
            "{\"auths\": {},}",
            "problem config-trailing-comma",
            "line 1, column 14: there is a comma too many",
            "remove that comma (keep a copy first), and run it again"),
        row(
            "{\n  // mine\n}",
            "problem config-comment",
            "line 2, column 3: comments are not JSON",
            "remove the comment (keep a copy first), and run it again"),
        row(
            "{'auths': {}}",
            "problem config-single-quotes",
            "line 1, column 2: texts stand in double quotes",
            "put names and values into double quotes (keep a copy first), and run it again"),
        row(
            "{\"auths\": {",
            "problem config-cut-short",
            "line 1, column 12: it ends too early",
            "restore it from a backup, or complete it at its end (keep a copy first)"),
        row(
            "{\"auths\": x}",
            "problem config-malformed",
            "line 1, column 11: this is not JSON",
            MALFORMED),
        row(
            "{} {}",
            "problem config-malformed",
            "line 1, column 4: there is more text after the end",
            MALFORMED),
        row(
            "[]",
            "problem config-not-object",
            "it is JSON, but not an object",
            "correct the file there (keep a copy first), and run it again"),
        row(
            "\uFEFF{}",
            "problem config-bom",
            "it begins with a byte order mark, which docker refuses",
            "save it as UTF-8 without a byte order mark"),
        // names
        row(
            "{\n\"credStore\": \"keeper\"}",
            "warning config-key-misspelt",
            "line 2: nobody reads \"credStore\"; credsStore is meant?",
            "rename it to credsStore, or remove it"),
        row(
            "{\"credhelper\": {}}",
            "warning config-key-misspelt",
            "line 1: nobody reads \"credhelper\"; credHelpers is meant?",
            "rename it to credHelpers, or remove it"),
        row(
            "{\"credentialsStore\": \"pass\"}",
            "warning config-key-misspelt",
            "line 1: nobody reads \"credentialsStore\"; credsStore is meant?",
            "rename it to credsStore, or remove it"),
        row(
            "{\"auth\": {}}", "warning config-key-misspelt",
            "line 1: nobody reads \"auth\"; auths is meant?", "rename it to auths, or remove it"),
        row(
            "{\"credSstore\": \"keeper\"}",
            "warning config-key-case",
            "line 1: docker takes \"credSstore\" for credsStore, and tools that heed case pass it"
                + " over",
            "rename it to credsStore"),
        row(
            "{\"credhelpers\": {\"a.io\": \"keeper\"}}",
            "warning config-key-case",
            "line 1: docker takes \"credhelpers\" for credHelpers, and tools that heed case pass it"
                + " over",
            "rename it to credHelpers"),
        row(
            "{\"credsStore\": \"gone\",\n\"credsStore\": \"keeper\"}",
            "warning config-key-twice",
            "\"credsStore\" stands twice (lines 1 and 2): only the last counts",
            "keep one of them, with all that is wanted in it"),
        row(
            "{\"auths\": {\"a.io\": {}},\n\"auths\": {}}",
            "warning config-key-twice",
            "\"auths\" stands twice (lines 1 and 2): docker reads them as one, and other tools the"
                + " last alone",
            "keep one of them, with all that is wanted in it"),
        row(
            "{\"auths\": {\"a.io\": {}, \"a.io\": {}, \"a.io\": {}}}",
            "warning config-key-twice",
            "auths[\"a.io\"] stands 3 times (lines 1, 1 and 1): only the last counts",
            "keep one of them, with all that is wanted in it"),
        row(
            "{\"credHelpers\": {\"a.io\": \"gone\",\n\"a.io\": \"keeper\"}}",
            "warning config-key-twice",
            "credHelpers[\"a.io\"] stands twice (lines 1 and 2): only the last counts",
            "keep one of them, with all that is wanted in it"),
        // registries of credHelpers
        helperKey("https://a.io", "it is a URL, and docker looks the bare host up", "a.io"),
        helperKey("a.io/team", "it has a path, and docker looks the bare host up", "a.io"),
        helperKey("A.io", "docker heeds case here, and hosts are written in small letters", "a.io"),
        helperKey(
            "*.a.io", "there are no wildcards", "a line of its own for each host, such as ghcr.io"),
        helperKey("", "it is empty", "a line of its own for each host, such as ghcr.io"),
        helperKey(
            "docker.io",
            "docker looks Docker Hub up under https://index.docker.io/v1/",
            "https://index.docker.io/v1/"),
        helperKey(
            "https://index.docker.io/v1",
            "docker looks Docker Hub up under https://index.docker.io/v1/",
            "https://index.docker.io/v1/"),
        // types
        row(
            "{\"features\": {\"buildkit\": true}}",
            "problem config-wrong-type",
            "line 1: features[\"buildkit\"] is true or false, and has to be a text",
            TYPE),
        row(
            "{\"auths\": []}",
            "problem config-wrong-type",
            "line 1: auths is a list, and has to be an object",
            TYPE),
        row(
            "{\"auths\": {\n\"a.io\": {\"email\": 3}}}",
            "problem config-wrong-type",
            "line 2: auths[\"a.io\"].email is a number, and has to be a text",
            TYPE),
        row(
            "{\"credsStore\": 1}",
            "problem config-wrong-type",
            "line 1: credsStore is a number, and has to be a text",
            TYPE),
        row(
            "{\"credHelpers\": {\"a.io\": {}}}",
            "problem config-wrong-type",
            "line 1: credHelpers[\"a.io\"] is an object, and has to be a text",
            TYPE),
        row(
            "{\"pruneFilters\": [\"a\", 1]}",
            "problem config-wrong-type",
            "line 1: pruneFilters[] is a number, and has to be a text",
            TYPE),
        row(
            "{\"PROXIES\": {\"default\": {\"HTTPproxy\": 1}}}",
            "problem config-wrong-type",
            "line 1: PROXIES[\"default\"].HTTPproxy is a number, and has to be a text",
            TYPE),
        row(
            "{\"plugins\": {\"x\": {\"y\": false}}}",
            "problem config-wrong-type",
            "line 1: plugins[\"x\"][\"y\"] is true or false, and has to be a text",
            TYPE));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource("findings")
  void oneThingIsWrongAndOneThingIsTold(String json, String told, String text, String advice) {
    machine.config(json);

    ExaminedFile file = Checkup.ofFile(machine);

    assertEquals(List.of(told), Checkup.told(file));
    assertEquals(text, file.findings().get(0).text());
    assertEquals(advice, file.findings().get(0).advice());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n",
        "{}",
        "null",
        "{\"auths\": {}}",
        "{\"auths\": {\"a.io\": {}, \"b.io\": null}, \"credsStore\": \"keeper\"}",
        "{\"auths\": null, \"credHelpers\": null, \"features\": {\"x\": null}}",
        "{\"credHelpers\": {\"a.io\": \"keeper\", \"localhost:5000\": \"keeper\","
            + " \"https://index.docker.io/v1/\": \"keeper\", \"a.io:443\": \"\"}}",
        "{\"stackOrchestrator\": 1, \"other\": {\"auths\": []}, \"unknown\": 1, \"unknown\": 2}",
        "{\"aliases\": {\"b\": \"buildx\"}, \"author\": \"me\", \"credits\": 1}"
      })
  void nothingIsWrong(String json) {
    machine.config(json);

    assertEquals(List.of(), Checkup.ofFile(machine).findings());
  }

  @Test
  void aLoginThatCannotBeDecodedIsToldWithWhatDockerDoesToTheOthers() {
    machine.config(
        "{\"auths\": {\"bad.io\": {\"auth\": \"S3CR3T!\"}, \"a.io\": {\"auth\": \"dTpw\"}},"
            + " \"credsStore\": \"keeper\"}");
    Checkup.mode(machine.config(), "rw-------");

    ExaminedFile file = Checkup.ofFile(machine);

    assertEquals(
        List.of("problem config-undecodable-auth", "warning plain-text-beside-helper"),
        Checkup.told(file));
    Finding finding = file.findings().get(0);
    assertEquals("the auth of bad.io is not Base64 of user:password" + LOSES, finding.text());
    assertEquals("before docker login or logout: `reglogout bad.io`", finding.advice());
    assertFalse(file.toString().contains("S3CR3T"));
  }

  @Test
  void aWrongTypeIsToldWithWhatDockerDoesToTheLogins() {
    machine.config("{\"auths\": {\"a.io\": {\"auth\": \"dTpw\"}}, \"psFormat\": 1}");
    Checkup.mode(machine.config(), "rw-------");

    assertEquals(
        "line 1: psFormat is a number, and has to be a text" + LOSES,
        Checkup.ofFile(machine).findings().get(0).text());
  }

  @Test
  void plainTextIsToldApartByWhetherAHelperIsConfigured() {
    machine.config(
        "{\"auths\": {\"a.io\": {\"auth\": \"dTpw\"}, \"b.io\": {\"identitytoken\": \"t\"},"
            + " \"c.io\": {\"auth\": \"dTpw\"}, \"d.io\": {\"password\": \"p\"}, \"e.io\":"
            + " {\"auth\": \"dTpw\"}, \"f.io\": {}}, \"credHelpers\": {\"a.io\": \"keeper\"}}");
    Checkup.mode(machine.config(), "rw-------");

    ExaminedFile file = Checkup.ofFile(machine);

    assertEquals(6, file.entries());
    assertEquals(5, file.secrets());
    assertEquals(
        List.of("warning plain-text-beside-helper", "warning stored-in-plain-text"),
        Checkup.told(file));
    assertEquals(
        "in plain text although a helper is configured: a.io", file.findings().get(0).text());
    assertEquals(
        "`reglogout a.io`, and log in again: the helper then keeps it",
        file.findings().get(0).advice());
    assertEquals("in plain text: b.io, c.io, d.io and 1 more", file.findings().get(1).text());
  }

  @Test
  void aPasswordInAKeyIsNotTold() {
    machine.config(
        "{\"auths\": {\"https://u:S3CR3T/x@a.io\": {\"auth\": 1}},"
            + " \"credHelpers\": {\"https://u:S3CR3T/x@a.io\": \"keeper\"}}");
    Checkup.mode(machine.config(), "rw-------");

    ExaminedFile file = Checkup.ofFile(machine);

    assertEquals(3, file.findings().size(), file.toString());
    assertFalse(Checkup.of(machine).toString().contains("S3CR3T"), file.toString());
  }

  @Test
  void utf16IsNamedAsSuch() throws Exception {
    Files.write(machine.config(), "\uFEFF{}".getBytes(StandardCharsets.UTF_16LE));

    assertEquals(List.of("problem config-utf16"), Checkup.told(Checkup.ofFile(machine)));
  }

  @Test
  void podmansFileIsReadAsPodmanReadsIt() {
    Path file = machine.home().resolve(".config/containers/auth.json");
    machine
        .write(
            file,
            "{\"auths\": {\"quay.io/team\": {}}, \"credsStore\": \"keeper\", \"psFormat\": 1,"
                + " \"credHelpers\": {\"https://index.docker.io/v1/\": \"keeper\", \"docker.io\":"
                + " \"keeper\"}}")
        .variable("XDG_RUNTIME_DIR", directory.resolve("run").toString());

    ExaminedFile examined =
        (ExaminedFile)
            Checkup.of(machine, LogoutSettings.defaults().withConfigs(List.of(file.toString())))
                .subjects()
                .get(0);

    assertEquals(
        List.of("warning credhelpers-key-unused", "warning podman-ignores-credsstore"),
        Checkup.told(examined));
    assertEquals(
        "credHelpers[\"https://index.docker.io/v1/\"] fits no registry: podman looks Docker Hub up"
            + " under docker.io",
        examined.findings().get(0).text());
  }

  @Test
  void theCredsStoreOfPodmansFileKeepsNothing() {
    Path file = machine.home().resolve(".config/containers/auth.json");
    machine
        .write(
            file,
            "{\"auths\": {\"a.io\": {\"auth\": \"dTpw\"}, \"b.io\": {\"auth\": \"dTpw\"},"
                + " \"b.io/team\": {\"auth\": \"dTpw\"}}, \"credsStore\": \"gone\","
                + " \"credHelpers\": {\"b.io\": \"keeper\"}}")
        .variable("XDG_RUNTIME_DIR", directory.resolve("run").toString());
    Checkup.mode(file, "rw-------");

    List<Subject> subjects =
        Checkup.of(machine, LogoutSettings.defaults().withConfigs(List.of(file.toString())))
            .subjects();

    assertNull(((ExaminedFile) subjects.get(0)).newLogins());
    assertEquals(
        List.of(
            "podman does not read credsStore, so it never asks docker-credential-gone",
            "in plain text although a helper is configured: b.io",
            "in plain text: a.io and b.io/team"),
        subjects.get(0).findings().stream().map(Finding::text).toList());
    assertEquals(
        List.of("docker-credential-keeper"),
        subjects.stream().skip(1).map(Subject::name).toList(),
        "docker-credential-gone is used by nobody");
  }

  private static Arguments row(String json, String told, String text, String advice) {
    return Arguments.of(json, told, text, advice);
  }

  private static Arguments helperKey(String key, String why, String instead) {
    return row(
        "{\"credHelpers\": {\"%s\": \"keeper\"}}".formatted(key),
        "warning credhelpers-key-unused",
        "credHelpers[\"%s\"] fits no registry: %s".formatted(key, why),
        "write " + instead);
  }
}
