package dev.reglogout.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.store.StoreException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegctlFormatTest {
  private static final String FILE =
      """
      {
        "version": 1,
        "hosts": {
          "r.example.com:5000": {
            "tls": "disabled",
            "hostname": "r.example.com:5000",
            "user": "ann",
            "pass": "s3cret",
            "mirrors": ["m.example.com"]
          },
          "quay.io": {
            "user": "bob",
            "token": "t0ken"
          },
          "docker.io": {"hostname": "registry-1.docker.io", "credHelper": "docker-credential-pass"}
        },
        "incDockerCred": false
      }
      """;

  @Test
  void aLoginIsAPartOfAHostAndAHostWithoutOneIsNoEntry() throws Exception {
    assertEquals("r.example.com:5000 ann SECRET 0, quay.io bob TOKEN 0", entries(FILE));
  }

  @Test
  void onlyTheLoginGoesAndTheHostsSettingsStayByteForByte() throws Exception {
    assertEquals(
        FILE.replace("      \"user\": \"ann\",\n      \"pass\": \"s3cret\",\n", ""),
        cut(FILE, "r.example.com:5000"));
  }

  @Test
  void aHostThatIsNothingButALoginStaysAsAnEmptyOne() throws Exception {
    assertEquals(
        FILE.replace("{\n      \"user\": \"bob\",\n      \"token\": \"t0ken\"\n    }", "{}"),
        cut(FILE, "quay.io"));
  }

  @Test
  void allLoginsGoInOneEdit() throws Exception {
    String left = cut(FILE, "r.example.com:5000", "quay.io", "docker.io");

    assertFalse(left.contains("s3cret") || left.contains("t0ken") || left.contains("ann"), left);
    assertTrue(left.contains("\"mirrors\": [\"m.example.com\"]"), left);
    assertEquals("", entries(left));
    assertTrue(left.contains("docker-credential-pass"), left);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"hosts": {"h": {"user": "u"}}}                         | h u PLACEHOLDER 0
          {"hosts": {"h": {"user": "", "pass": "", "tls": ""}}}   | ``
          {"hosts": {"h": {"PASS": "p", "User": "u"}}}            | h u SECRET 0
          {"hosts": {"h": {"pass": 1}}}                           | h null SECRET 0
          {"hosts": {"h": {"pass": "p"}, "h": {"token": "t"}}}    | h null SECRET 0, h null TOKEN 1
          {"hosts": {"h": "x", "i": null}}                        | ``
          {"hosts": null}                                         | ``
          {"HOSTS": {"h": {"pass": "p"}}, "hosts": {"h": {"pass": "q"}}} | h null SECRET 0, h null SECRET 1
          {}                                                      | ``
          ``                                                      | ``
          """)
  void whatALoginIsDependsOnItsMembers(String json, String entries) throws Exception {
    assertEquals(entries, entries(json));
  }

  @Test
  void oneOfTwoHostsOfOneNameIsCutByItself() throws Exception {
    String json =
        "{\"hosts\": {\"h\": {\"pass\": \"p\", \"tls\": \"x\"}, \"h\": {\"token\": \"t\"}}}";
    LoginDocument document = FormCases.read(RegctlFormat.INSTANCE, json);

    assertEquals(
        "{\"hosts\": {\"h\": {\"pass\": \"p\", \"tls\": \"x\"}, \"h\": {}}}",
        new String(document.without(List.of(document.entries().get(1))).applyTo(json.getBytes())));
  }

  @Test
  void itsHelpersAreNamedForOneHostEach() throws Exception {
    LoginDocument document =
        FormCases.read(
            RegctlFormat.INSTANCE,
            "{\"hosts\": {\"a.io\": {\"credHelper\": \"docker-credential-ecr-login\"},"
                + " \"b.io\": {\"credHelper\": \"/opt/own\"}}}");

    Binding first = document.bindings().get(0);
    assertEquals("ecr-login", first.helper());
    assertEquals("hosts[\"a.io\"].credHelper", first.member());
    assertEquals("a.io", first.key().text());
    assertNull(document.bindings().get(1).helper());
    assertFalse(document.wouldHaveNoAuthWithout(List.of()));
  }

  @Test
  void hostsOfAnotherTypeAreAProblem() throws Exception {
    LoginDocument document = FormCases.read(RegctlFormat.INSTANCE, "{\"hosts\": []}");

    assertEquals("its hosts is not an object", document.entriesProblem().get().getMessage());
  }

  private static String entries(String json) throws StoreException {
    return FormCases.entries(RegctlFormat.INSTANCE, json);
  }

  private static String cut(String json, String... keys) throws StoreException {
    return FormCases.cut(RegctlFormat.INSTANCE, json, keys);
  }
}
