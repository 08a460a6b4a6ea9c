package dev.reglogout.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.cli.Machine;
import dev.reglogout.registry.Registry;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.registry.Request;
import dev.reglogout.store.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the stored keys a request means. */
class RequestKeysTest {
  @TempDir Path directory;
  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(directory);
  }

  @ParameterizedTest(name = "{1} in {0}: {2}, in podman''s file {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // stored                              | asked for          | meant in any other file    |
        // in podman's
        // the registry as a whole takes its paths along
        "q.io q.io/team q.io/team/image a.io   | q.io               | q.io q.io/team"
            + " q.io/team/image | q.io q.io/team q.io/team/image",
        "https://q.io http://Q.io:443/v2/ q.io:5000 | q.io          | https://q.io"
            + " http://Q.io:443/v2/ | https://q.io http://Q.io:443/v2/",
        // a path that is there is that key, and no other, whatever the file is called
        "q.io q.io/team q.io/team/image        | q.io/team          | q.io/team                  |"
            + " q.io/team",
        "q.io https://q.io/team                | q.io/team          | https://q.io/team          |"
            + " https://q.io/team",
        "q.io/team                             | https://q.io/team/ | q.io/team                  |"
            + " q.io/team",
        "q.io q.io/team/image                  | q.io/team/image:1.0 | q.io/team/image           |"
            + " q.io/team/image",
        // a path that is not there is dropped only where no path of the host has a login
        "q.io q.io/other                       | q.io/team          | -                          |"
            + " -",
        "q.io a.io/team                        | q.io/team          | q.io                       |"
            + " -",
        "https://q.io/v2/ q.io                 | q.io/team          | https://q.io/v2/ q.io      |"
            + " -",
        "a.io                                  | q.io/team          | -                          |"
            + " -",
        // Docker Hub is one registry under all its names
        "docker.io https://index.docker.io/v1/ https://index.docker.io/v1/access-token"
            + " hub.docker.com | registry-1.docker.io | docker.io https://index.docker.io/v1/"
            + " https://index.docker.io/v1/access-token | docker.io https://index.docker.io/v1/"
            + " https://index.docker.io/v1/access-token",
        "docker.io docker.io/team              | docker.io/team     | docker.io/team             |"
            + " docker.io/team",
      })
  void inAFile(String stored, String server, String meant, String meantInPodmans) {
    assertEquals(words(meant), inFile("config.json", stored, server));
    assertEquals(words(meantInPodmans), inFile("auth.json", stored, server));
  }

  private List<String> inFile(String name, String stored, String server) {
    Path file = directory.resolve(name);
    machine.write(file, auths(stored));
    Survey survey = Surveys.of(machine, List.of(file), server);
    RequestKeys keys = keys(survey, server);
    List<String> meant = new ArrayList<>();
    for (Entry entry : survey.files().get(0).document().entries()) {
      if (keys.inFile(survey.files().get(0), entry.key())) {
        meant.add(entry.key().text());
      }
    }
    return meant;
  }

  @ParameterizedTest(name = "{2}, listed {1}, in the file {0}: {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // in the file    | listed                                              | asked for  | meant
        "-                | r.io https://r.io http://R.io:443/v2/ r.io:5000 a.io | r.io      | r.io"
            + " https://r.io http://R.io:443/v2/",
        // another path may be another program's
        "-                | r.io https://r.io/oauth https://r.io/v2/token       | r.io       |"
            + " r.io",
        // unless a file has it, or it was typed
        "r.io/team        | https://r.io/team https://r.io/oauth                | r.io       |"
            + " https://r.io/team",
        "https://r.io/team | r.io/team r.io                                     | r.io       |"
            + " r.io/team r.io",
        "-                | r.io https://r.io/project                           |"
            + " https://r.io/project | https://r.io/project",
        "-                | r.io https://r.io/project                           | r.io/project |"
            + " https://r.io/project",
        "-                | r.io https://r.io/project                           | r.io/other |"
            + " r.io",
        // Docker Hub's tokens are its own
        "-                | docker.io https://index.docker.io/v1/refresh-token"
            + " https://hub.docker.com/x | docker.io | docker.io"
            + " https://index.docker.io/v1/refresh-token",
      })
  void inAHelperOfDockersFile(String stored, String listed, String server, String meant) {
    String list = members(words(listed), "\"u\"");
    machine
        .config("{\"auths\": {%s}, \"credsStore\": \"x\"}".formatted(members(words(stored), "{}")))
        .lister("x", "{" + list + "}");

    Survey survey = Surveys.of(machine, server);

    HelperSurvey helper = survey.helper("x");
    RequestKeys keys = keys(survey, server);
    List<String> found =
        helper.listing().entries().stream()
            .map(Entry::key)
            .filter(key -> keys.inHelper(helper, key))
            .map(RegistryKey::text)
            .toList();
    assertEquals(words(meant), found);
  }

  @Test
  void aKeyThatIsBoundToAHelperIsMeantThere() {
    machine
        .config("{\"credHelpers\": {\"https://r.io/suffix\": \"x\"}}")
        .lister("x", "{\"https://r.io/suffix\":\"u\",\"https://r.io/other\":\"u\"}");

    Survey survey = Surveys.of(machine, "r.io");

    RequestKeys keys = keys(survey, "r.io");
    assertTrue(keys.inHelper(survey.helper("x"), RegistryKey.of("https://r.io/suffix")));
    assertFalse(keys.inHelper(survey.helper("x"), RegistryKey.of("https://r.io/other")));
  }

  @Test
  void whatStandsExactlySoInAFileIsThatKeyAndNoHelperIsAskedForIt() {
    machine
        .config("{\"auths\": {\"*.io\": {}, \"a.io\": {}}, \"credsStore\": \"x\"}")
        .lister("x", "{\"*.io\":\"u\"}");
    Request request = Request.of(Registry.exactKey("*.io"));
    Survey survey = Surveys.of(machine, "a.io");

    RequestKeys keys = new RequestKeys(request, survey);

    FileSurvey file = survey.files().get(0);
    assertTrue(keys.inFile(file, RegistryKey.of("*.io")));
    assertFalse(keys.inFile(file, RegistryKey.of("a.io")));
    assertFalse(keys.inHelper(survey.helper("x"), RegistryKey.of("*.io")));
    assertEquals(List.of(), survey.placesOf(request.registry()));
  }

  @ParameterizedTest(name = "{0} of {1}, asked for {2}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "config.json | q.io a.io/team | q.io/team | true",
        "config.json | q.io q.io/other | q.io/team | false",
        "config.json | q.io/team | q.io/team | false",
        "config.json | q.io | q.io | false",
        "auth.json | q.io | q.io/team | false",
      })
  void aPathThatCountsInNoFileSaysNothing(
      String name, String stored, String server, boolean expected) {
    Path file = directory.resolve(name);
    machine.write(file, auths(stored));

    Survey survey = Surveys.of(machine, List.of(file), server);

    assertEquals(expected, keys(survey, server).isPathIgnored(survey));
  }

  @Test
  void inOneOfTwoFilesAPathMayBeAKeyOfItsOwn() {
    Path dockers = machine.config();
    Path podmans = directory.resolve("auth.json");
    machine.config(auths("q.io")).write(podmans, auths("q.io q.io/team"));

    Survey survey = Surveys.of(machine, List.of(dockers, podmans), "q.io/team");

    RequestKeys keys = keys(survey, "q.io/team");
    assertTrue(keys.inFile(survey.files().get(0), RegistryKey.of("q.io")));
    assertFalse(keys.inFile(survey.files().get(1), RegistryKey.of("q.io")));
    assertTrue(keys.inFile(survey.files().get(1), RegistryKey.of("q.io/team")));
  }

  private static RequestKeys keys(Survey survey, String server) {
    return new RequestKeys(Surveys.requests(server).get(0), survey);
  }

  private static String auths(String keys) {
    return "{\"auths\": {" + members(words(keys), "{\"auth\": \"dTpw\"}") + "}}";
  }

  private static String members(List<String> keys, String value) {
    return String.join(", ", keys.stream().map(key -> "\"" + key + "\": " + value).toList());
  }

  private static List<String> words(String text) {
    return text == null ? List.of() : Stream.of(text.split(" ")).toList();
  }
}
