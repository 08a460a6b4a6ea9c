package dev.reglogout.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Entry.Form;
import dev.reglogout.store.StoreException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigDocumentTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"auth": "dTpw"}                     | true
          {"identitytoken": "t"}               | true
          {"registrytoken": "t"}               | true
          {"password": "p"}                    | true
          {"AUTH": "dTpw"}                     | true
          {"IdentityToken": "t"}               | true
          {"\\u0061uth": "dTpw"}               | true
          {"auth": " "}                        | true
          {"auth": "\\u0000"}                  | true
          {"auth": 1}                          | true
          {"auth": false}                      | true
          {"auth": {}}                         | true
          {"auth": "", "identitytoken": "t"}   | true
          {"auth": "", "auth": "dTpw"}         | true
          {"auth": "dTpw", "auth": ""}         | true
          "dTpw"                               | true
          ""                                   | true
          1                                    | true
          false                                | true
          []                                   | true
          {}                                   | false
          { }                                  | false
          null                                 | false
          {"auth": ""}                         | false
          {"auth": null}                       | false
          {"auth": "", "identitytoken": ""}    | false
          {"username": "u", "email": "e"}      | false
          {"nested": {"auth": "dTpw"}}         | false
          {"auths": "x"}                       | false
          """)
  void anEntryHoldsASecretUnlessItIsAPlaceholder(String entry, boolean secret) throws Exception {
    ConfigDocument document = read("{\"auths\": {\"ghcr.io\": " + entry + "}}");

    assertEquals(1, document.entries().size());
    assertEquals(secret, document.entries().get(0).secret());
  }

  @Test
  void aKeyThatStandsTwiceIsTwoEntriesEachJudgedByItself() throws Exception {
    ConfigDocument document =
        read(
            """
            {"auths": {"a": {"auth": "YW5uOng="}, "b": {}, "a": {}, "b": {"auth": "Ym9iOng="}},
             "AUTHS": {"d": {"auth": "s"}, "\\u0061": {"identitytoken": "t"}}}
            """,
            true);

    assertEquals(
        List.of(
            new Entry(RegistryKey.of("a"), "ann", Form.SECRET, 0),
            new Entry(RegistryKey.of("b"), null, Form.PLACEHOLDER, 0),
            new Entry(RegistryKey.of("a"), null, Form.PLACEHOLDER, 1),
            new Entry(RegistryKey.of("b"), "bob", Form.SECRET, 1),
            new Entry(RegistryKey.of("d"), null, Form.SECRET, 0),
            new Entry(RegistryKey.of("a"), null, Form.TOKEN, 2)),
        document.entries());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          0 | ann  | {"auths": {"k": {"auth": "Ym9iOng="}, "x": {}}}
          1 | bob  | {"auths": {"k": {"auth": "YW5uOng="}, "x": {}}}
          1 | ann  | {"auths": {"k": {"auth": "YW5uOng="}, "k": {"auth": "Ym9iOng="}, "x": {}}}
          2 | ann  | {"auths": {"k": {"auth": "YW5uOng="}, "k": {"auth": "Ym9iOng="}, "x": {}}}
          0 | null | {"auths": {"k": {"auth": "YW5uOng="}, "k": {"auth": "Ym9iOng="}, "x": {}}}
          """)
  void oneOfTwoEntriesIsFoundAgainByItsPlaceAndItsUser(int place, String user, String after)
      throws Exception {
    String json =
        "{\"auths\": {\"k\": {\"auth\": \"YW5uOng=\"}, \"k\": {\"auth\": \"Ym9iOng=\"}, \"x\":"
            + " {}}}";
    Entry gone =
        new Entry(RegistryKey.of("k"), user.equals("null") ? null : user, Form.SECRET, place);

    Edit edit = read(json, true).without(List.of(gone));

    assertEquals(after, new String(edit.applyTo(json.getBytes(UTF_8)), UTF_8));
  }

  @Test
  void whereNoUsersWereReadTheUserDoesNotCount() throws Exception {
    Entry gone = new Entry(RegistryKey.of("k"), "carl", Form.SECRET, 0);

    assertFalse(
        read("{\"auths\": {\"k\": {\"auth\": \"YW5uOng=\"}}}").without(List.of(gone)).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                               | true
          ``                                               | true
          null                                             | true
          {"auths": {}}                                    | true
          {"auths": null, "credHelpers": null}             | true
          {"auths": {"a": {}}, "Auths": null}              | true
          {"auths": null, "Auths": {"a": {}}}              | false
          {"auths": {"a": {}}}                             | false
          {"auths": {"a": 1}}                              | false
          {"auths": []}                                    | true
          {"auths": {"a": {}}, "auths": []}                | false
          {"credsStore": ""}                               | true
          {"credsStore": "pass"}                           | false
          {"credsStore": "pass", "credsStore": ""}         | true
          {"credsStore": "pass", "credsStore": null}       | false
          {"credsStore": {}}                               | true
          {"credsStore": "pass", "credsStore": {}}         | false
          {"credHelpers": {}}                              | true
          {"credHelpers": {"a": ""}}                       | false
          {"credHelpers": {"a": 1}}                        | false
          {"credHelpers": "foo"}                           | true
          {"credHelpers": {"a": "x"}, "credHelpers": null} | true
          {"HttpHeaders": {"a": "b"}}                      | true
          """)
  void dockerTurnsToItsPlatformsDefaultWhereItReadsNothing(String json, boolean noAuth)
      throws Exception {
    assertEquals(noAuth, read(json).wouldHaveNoAuthWithout(List.of()));
  }

  @Test
  void whatWouldBeLeftDecidesWhetherDockerWouldTurnToItsDefault() throws Exception {
    ConfigDocument document =
        read(
            "{\"auths\": {\"a\": {}, \"b\": {}}, \"auths\": null, \"auths\": {\"b\": {}, \"c\":"
                + " {}}}");
    List<Entry> all = document.entries();

    assertFalse(document.wouldHaveNoAuthWithout(List.of()));
    assertFalse(document.wouldHaveNoAuthWithout(List.of(all.get(0), all.get(1))));
    assertFalse(document.wouldHaveNoAuthWithout(List.of(all.get(3))));
    assertTrue(document.wouldHaveNoAuthWithout(List.of(all.get(2), all.get(3))));
    assertTrue(document.wouldHaveNoAuthWithout(all));
    assertFalse(read("{\"credsStore\": \"x\"}").wouldHaveNoAuthWithout(List.of()));
  }

  @Test
  void entriesThatDockerForgetsAreEntriesAllTheSame() throws Exception {
    assertEquals(
        List.of("a"), keys(read("{\"auths\": {\"a\": {\"auth\": \"dTpw\"}}, \"auths\": null}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"credHelpers": {"ghcr.io": "x"}, "credsStore": "y"} | credHelpers["ghcr.io"]=x credsStore=y
          {"credsStore": "y", "credHelpers": {"ghcr.io": ""}}  | credsStore=y credHelpers["ghcr.io"]=
          {"credHelpers": {"a": 1}, "credsStore": ""}          | credHelpers["a"]=null
          {"credHelpers": {"a": "x"}, "CREDHELPERS": null, "credHelpers": {"b": "y"}} | credHelpers["b"]=y
          {"credHelpers": {"https://u:p@h": "x"}}              | credHelpers["https://u:***@h"]=x
          {"credsStore": "", "credHelpers": {}}                | ``
          """)
  void theHelpersAreNamedInTheOrderTheyStand(String json, String bindings) throws Exception {
    assertEquals(
        bindings,
        read(json).bindings().stream()
            .map(binding -> binding.member() + "=" + binding.helper())
            .collect(Collectors.joining(" ")));
  }

  @Test
  void aHelperForAllHasNoKey() throws Exception {
    List<Binding> bindings =
        read("{\"credHelpers\": {\"A\": \"x\"}, \"credsStore\": \"y\"}").bindings();

    assertEquals(RegistryKey.of("A"), bindings.get(0).key());
    assertNull(bindings.get(1).key());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"quay.io": {"auth": "dTpw"}, "auths": {"a.io": {"auth": "dTpw"}}} | [quay.io]
          {"https://index.docker.io/v1/": {"auth": "dTpw"}}                  | [https://index.docker.io/v1/]
          {"quay.io": {}, "HttpHeaders": {"auth": "x"}, "x.io": "y"}         | []
          null                                                               | []
          """)
  void loginsAtTheTopAreFoundThoughDockerDoesNotReadThem(String json, String keys)
      throws Exception {
    assertEquals(keys, read(json).strayLogins().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"auths", "Auths", "AUTHS", "aUtHs", "\\u0061uths", "auth\\u017f"})
  void theNamesOfSectionsIgnoreCaseAsGoDoes(String name) throws Exception {
    ConfigDocument document = read("{\"" + name + "\": {\"ghcr.io\": {}}}");

    assertEquals(List.of("ghcr.io"), keys(document));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "",
        " \n",
        "\ufeff",
        "\ufeff{}",
        "{\"auths\": null}",
        "{\"auths\": {}}",
        "{\"auth\": {\"a\": {}}}",
        "{\"x\": {\"auths\": {\"a\": {}}}}",
        "{\"x\": [{\"auths\": {\"a\": {}}}, \"}\"], \"y\": \"\\\"auths\\\": {\"}"
      })
  void whereThereIsNoSectionThereAreNoEntries(String json) throws Exception {
    ConfigDocument document = read(json);

    assertEquals(List.of(), document.entries());
    assertEquals(Optional.empty(), document.entriesProblem());
    assertEquals(Optional.empty(), document.bindingsProblem());
    assertEquals(List.of(), document.bindings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "\"auths\"", "true", " -0.5 "})
  void whatIsJsonButNoObjectIsRefused(String json) {
    StoreException thrown = assertThrows(StoreException.class, () -> read(json));

    assertEquals("config-not-object", thrown.reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "\"x\"", "false"})
  void anAuthsOfTheWrongTypeIsAProblemOfItsOwn(String auths) throws Exception {
    ConfigDocument document =
        read(
            "{\"auths\": "
                + auths
                + ", \"credsStore\": \"pass\", \"credHelpers\": {\"a\": \"b\"}}");

    assertEquals("auths-not-object", document.entriesProblem().orElseThrow().reason());
    assertEquals(Optional.empty(), document.bindingsProblem());
    assertEquals("pass", forAll(document));
    assertEquals(2, document.bindings().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "credHelpers": []         | credHelpers is not an object
          "credhelpers": "pass"     | credHelpers is not an object
          "credsStore": {}          | credsStore is not a text
          "CREDSSTORE": 1           | credsStore is not a text
          """)
  void helpersOfTheWrongTypeDoNotHideTheEntries(String member, String why) throws Exception {
    ConfigDocument document = read("{" + member + ", \"auths\": {\"ghcr.io\": {\"auth\": \"s\"}}}");

    StoreException problem = document.bindingsProblem().orElseThrow();
    assertEquals("cannot tell which helper to ask: " + why, problem.getMessage());
    assertEquals(List.of("ghcr.io"), keys(document));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"credsStore": "pass"}                              | pass
          {"CredsStore": "pa\\u0073s"}                        | pass
          {"credsStore": "a", "CREDSSTORE": "b"}              | b
          {"credsStore": "a", "credsStore": null}             | a
          {"credsStore": "a", "credsStore": ""}               | ``
          {"credsStore": null}                                | ``
          {"credsStore": ""}                                  | ``
          {}                                                  | ``
          """)
  void theLastCredsStoreCounts(String json, String helper) throws Exception {
    ConfigDocument document = read(json);

    assertEquals(helper, forAll(document));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"credHelpers": {"a": "x", "b": "y"}}                      | a=x b=y
          {"credHelpers": {"a": "x"}, "CREDHELPERS": {"b": "y"}}     | a=x b=y
          {"credHelpers": {"a": "x"}, "CREDHELPERS": {"a": "y"}}     | a=y
          {"credHelpers": {"a": "x", "\\u0061": "y"}}                | a=y
          {"credHelpers": {"a": "", "b": null}}                      | a= b=
          {"credHelpers": {"a": 1, "b": "y"}}                        | a=? b=y
          {"credHelpers": {}}                                        | ``
          {"credHelpers": null}                                      | ``
          """)
  void everyCredHelperCountsAndTheLastOfAKey(String json, String helpers) throws Exception {
    ConfigDocument document = read(json);

    TreeMap<String, String> read = new TreeMap<>();
    for (Binding binding : document.bindings()) {
      read.put(binding.key().text(), binding.helper() == null ? "?" : binding.helper());
    }
    TreeMap<String, String> expected = new TreeMap<>();
    Arrays.stream(helpers.split(" "))
        .filter(helper -> !helper.isEmpty())
        .map(helper -> helper.split("=", -1))
        .forEach(helper -> expected.put(helper[0], helper[1]));
    assertEquals(expected, read);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"auths": {"k": {"auth": "dTpw"}}}                               | [p]
          {"auths": {"k": {"auth": "dTpwOng="}}}                           | [p:x]
          {"auths": {"k": {"AUTH": "dTpw", "IdentityToken": "t"}}}         | [p, t]
          {"auths": {"k": {"username": "u", "password": "p\u0061"}}}      | [pa]
          {"auths": {"k": {"auth": "dTpw"}}, "AUTHS": {"\u006b": {"password": "q"}}} | [p, q]
          {"auths": {"K": {"auth": "dTpw"}, "k/": {"auth": "dTpw"}}}       | []
          {"auths": {"k": {"auth": "%"}}}                                  | []
          {"auths": {"k": {"auth": ["dTpw"], "registrytoken": "r"}}}       | []
          {"auths": {"k": "dTpw"}}                                         | []
          {"auths": {"k": null}}                                           | []
          """)
  void theSecretsOfAKeyAreThoseOfAllItsMembers(String json, String secrets) throws Exception {
    assertEquals(secrets, read(json).secrets(RegistryKey.of("k")).toString());
  }

  @Test
  void keysAreReadThroughTheirEscapes() throws Exception {
    ConfigDocument document =
        read("{\"auths\": {\"gh\\u0063r.io\": {}, \"https:\\/\\/q\\\"uay.io\": {}, \"é😀\": {}}}");

    assertEquals(List.of("ghcr.io", "https://q\"uay.io", "é😀"), keys(document));
  }

  @Test
  void aDocumentAsDeepAsDockerReadsIsReadAndCut() throws Exception {
    String deep = "[".repeat(9_000) + "]".repeat(9_000);
    String json = "{\"auths\": {\"a\": " + deep + ", \"b\": {}}, \"x\": " + deep + "}";

    ConfigDocument document = read(json);

    assertEquals(List.of("a", "b"), keys(document));
    Edit edit = document.without(List.of(Folder.entry("a")));
    assertEquals(
        "{\"auths\": {\"b\": {}}, \"x\": " + deep + "}",
        new String(edit.applyTo(document.json()), UTF_8));
  }

  private static ConfigDocument read(String json) throws StoreException {
    return read(json, false);
  }

  private static ConfigDocument read(String json, boolean withUsers) throws StoreException {
    return ConfigDocument.parse(Path.of("config.json"), json.getBytes(UTF_8), withUsers);
  }

  private static List<String> keys(ConfigDocument document) {
    return document.entries().stream().map(entry -> entry.key().text()).toList();
  }

  /** Returns the helper for every registry; empty if there is none. */
  private static String forAll(ConfigDocument document) {
    return document.bindings().stream()
        .filter(binding -> binding.key() == null)
        .map(Binding::helper)
        .findFirst()
        .orElse("");
  }
}
