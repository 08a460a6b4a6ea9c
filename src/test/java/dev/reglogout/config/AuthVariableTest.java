package dev.reglogout.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.reglogout.store.StoreException;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthVariableTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"auths": {"a.io": {"auth": "YW5uOng="}}}                       | a.io ann
          {"AUTHS": {"a.io": {"Auth": "YW5uOng="}, "b": {"auth": "Ym9iOng="}}} | a.io ann, b bob
          {"auths": {"a.io": {"auth": "YW5uOng="}, "a.io": {"auth": "Ym9iOng="}}} | a.io bob
          {"auths": {"a.io": {"auth": "YW5uOng="}}, "auths": null}        | ``
          {"auths": {}}                                                   | ``
          {"auths": null}                                                 | ``
          {}                                                              | ``
          null                                                            | ``
          """)
  void aLoginIsAnAuthInAuths(String value, String logins) throws Exception {
    assertEquals(
        logins,
        AuthVariable.entries(value).stream()
            .map(entry -> entry.key() + " " + entry.user())
            .collect(Collectors.joining(", ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"auths": {"a.io": {"username": "u", "password": "S3CR3T"}}} | a.io has no auth that is Base64 of user:password
          {"auths": {"a.io": {"auth": "YW5uOng=", "password": "S3CR3T"}}} | a.io has password, and docker takes auth alone
          {"auths": {"a.io": {"auth": "YW5uOng=", "S3CR3T": 1}}}       | a.io has another member, and docker takes auth alone
          {"auths": {"a.io": {"auth": "YW5uOng="}, "b": {}}}           | b has no auth that is Base64 of user:password
          {"auths": {"a.io": {"auth": ""}}}                            | a.io has no auth that is Base64 of user:password
          {"auths": {"a.io": {"auth": "YW5uOng=", "auth": ""}}}        | a.io has no auth that is Base64 of user:password
          {"auths": {"https://u:S3CR3T@a.io": {}}}                     | https://u:***@a.io has no auth that is Base64 of user:password
          {"auths": {"a.io": null}}                                    | a.io has no auth that is Base64 of user:password
          {"auths": {}, "credHelpers": {"a.io": "ecr-login"}}          | it has credHelpers in it, and docker takes auths alone
          {"CREDSSTORE": "S3CR3T"}                                     | it has credsStore in it, and docker takes auths alone
          {"a.io": {"auth": "YW5uOng="}}                               | it has another member in it, and docker takes auths alone
          {"auths": []}                                                | its auths is not an object
          []                                                           | it is JSON, but not an object
          {"auths": {}} {}                                             | DOCKER_AUTH_CONFIG:1:15: there is more text after the end
          /home/S3CR3T/.docker/config.json                             | it holds a path, and docker wants what is in the file
          ~/.docker/config.json                                        | it holds a path, and docker wants what is in the file
          C:\\S3CR3T\\config.json                                      | it holds a path, and docker wants what is in the file
          eyJhdXRocyI6IHsiYS5pbyI6IHsiYXV0aCI6ICJZVzV1T25nPSJ9fX0=     | it holds JSON in Base64, and docker wants the JSON itself
          S3CR3T                                                       | DOCKER_AUTH_CONFIG:1:1: this is not JSON
          ` `                                                          | it is blank
          """)
  void whatDockerRefusesIsNamedAndNeverRepeated(String value, String why) {
    StoreException thrown = assertThrows(StoreException.class, () -> AuthVariable.entries(value));

    assertEquals(why, thrown.getMessage());
    assertEquals("docker-auth-config-unusable", thrown.reason());
    assertFalse(thrown.getMessage().contains("S3CR3T"));
  }
}
