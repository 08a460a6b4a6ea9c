package dev.reglogout.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # given                         | identity             | path      | name to show
          ghcr.io                         | ghcr.io              |           | ghcr.io
          GHCR.io                         | ghcr.io              |           | ghcr.io
          ghcr.io/                        | ghcr.io              |           | ghcr.io
          ghcr.io//                       | ghcr.io              |           | ghcr.io
          //ghcr.io                       | ghcr.io              |           | ghcr.io
          https://ghcr.io                 | ghcr.io              |           | ghcr.io
          HTTPS://GHCR.IO/v2/             | ghcr.io              |           | ghcr.io
          http://ghcr.io/v1               | ghcr.io              |           | ghcr.io
          oci://ghcr.io                   | ghcr.io              |           | ghcr.io
          ghcr.io/v2                      | ghcr.io              |           | ghcr.io
          https://ghcr.io/v2/?a=b#c       | ghcr.io              |           | ghcr.io
          ghcr.io?a=b                     | ghcr.io              |           | ghcr.io
          ghcr.io#c                       | ghcr.io              |           | ghcr.io
          ghcr.io:443                     | ghcr.io              |           | ghcr.io
          https://ghcr.io:443/            | ghcr.io              |           | ghcr.io
          http://ghcr.io:443/             | ghcr.io              |           | ghcr.io
          https://ghcr.io:/               | ghcr.io              |           | ghcr.io
          ghcr.io:80                      | ghcr.io:80           |           | ghcr.io:80
          http://ghcr.io:80               | ghcr.io:80           |           | ghcr.io:80
          localhost                       | localhost            |           | localhost
          localhost:5000                  | localhost:5000       |           | localhost:5000
          localhost:1                     | localhost:1          |           | localhost:1
          localhost:65535                 | localhost:65535      |           | localhost:65535
          my_registry.io                  | my_registry.io       |           | my_registry.io
          ghcr.io.                        | ghcr.io.             |           | ghcr.io.
          BÜCHER.example                  | bÜcher.example       |           | bÜcher.example
          10.0.0.7:5000                   | 10.0.0.7:5000        |           | 10.0.0.7:5000
          me@ghcr.io                      | ghcr.io              |           | ghcr.io
          https://me@ghcr.io/v2/          | ghcr.io              |           | ghcr.io
          me:@ghcr.io                     | ghcr.io              |           | ghcr.io
          ::1                             | [::1]                |           | [::1]
          [::1]                           | [::1]                |           | [::1]
          [::1]:5000                      | [::1]:5000           |           | [::1]:5000
          [::1]:443                       | [::1]                |           | [::1]
          https://[::1]/v2/               | [::1]                |           | [::1]
          https://[::1]:                  | [::1]                |           | [::1]
          FE80::ABCD                      | [fe80::abcd]         |           | [fe80::abcd]
          [fe80::1%eth0]:5000             | [fe80::1%eth0]:5000  |           | [fe80::1%eth0]:5000
          ::ffff:10.0.0.7                 | [::ffff:10.0.0.7]    |           | [::ffff:10.0.0.7]
          quay.io/team                    | quay.io              | team      | quay.io/team
          quay.io/Team/                   | quay.io              | Team      | quay.io/Team
          //quay.io/team                  | quay.io              | team      | quay.io/team
          localhost:5000/a/b              | localhost:5000       | a/b       | localhost:5000/a/b
          [::1]:5000/a                    | [::1]:5000           | a         | [::1]:5000/a
          quay.io/v1/team                 | quay.io              | v1/team   | quay.io/v1/team
          https://quay.io/team            | quay.io              | team      | quay.io/team
          https://quay.io/team/?a=b       | quay.io              | team      | quay.io/team
          quay.io/user/image:1.0          | quay.io              | user/image | quay.io/user/image
          quay.io/user/image:v_1-0        | quay.io              | user/image | quay.io/user/image
          localhost:5000/image:latest     | localhost:5000       | image     | localhost:5000/image
          https://quay.io/image:latest    | quay.io              | image     | quay.io/image
          quay.io/a:b/c                   | quay.io              | a:b/c     | quay.io/a:b/c
          quay.io/a:                      | quay.io              | a:        | quay.io/a:
          quay.io/a:b+c                   | quay.io              | a:b+c     | quay.io/a:b+c
          quay.io/:latest                 | quay.io              | :latest   | quay.io/:latest
          münchen.example/हिन्दी            | münchen.example      | हिन्दी      | münchen.example/हिन्दी
          हिन्दी.example                    | हिन्दी.example         |           | हिन्दी.example
          https://host:5000:              | host:5000            |           | host:5000
          https://::1:6555/v2/            | [::1]:6555           |           | [::1]:6555
          https://::1:443                 | [::1]                |           | [::1]
          https://::1                     | [::1]                |           | [::1]
          https://1:2:3:4:5:6:7:8         | [1:2:3:4:5:6:7:8]    |           | [1:2:3:4:5:6:7:8]
          """)
  void aRegistryIsKnownByHostAndPortHoweverItIsSpelled(
      String given, String identity, String path, String shown) {
    Registry registry = Registry.parse(given);

    assertEquals(identity, registry.identity());
    assertEquals(Optional.ofNullable(path), registry.path());
    assertEquals(shown, registry.displayName());
    assertEquals(shown, registry.toString());
    assertEquals(identity, registry.canonicalKey());
    assertEquals(Optional.of(given), registry.given());
    assertFalse(registry.isDockerHub());
    assertEquals(Registry.parse(identity), registry.withoutPath());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker.io",
        "Docker.IO",
        "docker.io/",
        "docker.io:443",
        "https://docker.io",
        "http://docker.io/v2/",
        "me@docker.io",
        "index.docker.io",
        "index.docker.io/",
        "index.docker.io/v1",
        "index.docker.io/v1/",
        "//index.docker.io/v1/",
        "http://index.docker.io/v1/",
        "https://index.docker.io",
        "https://index.docker.io/v1",
        "https://index.docker.io/v1/",
        "https://index.docker.io/v1//",
        "https://INDEX.docker.io:443/v1/",
        "https://index.docker.io/v1/access-token",
        "https://index.docker.io/v1/refresh-token",
        "https://index.docker.io/v1//access-token",
        "index.docker.io/v1/refresh-token",
        "registry-1.docker.io",
        "https://registry-1.docker.io/v2/",
        "registry.hub.docker.com",
        "https://registry.hub.docker.com/v1/repositories"
      })
  void dockerHubIsOneRegistryUnderManyNames(String given) {
    Registry registry = Registry.parse(given);

    assertTrue(registry.isDockerHub());
    assertEquals("docker.io", registry.identity());
    assertEquals("https://index.docker.io/v1/", registry.canonicalKey());
    assertEquals(given, registry.displayName());
    assertEquals(Registry.dockerHub(), registry);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hub.docker.com",
        "docker.com",
        "docker.io:80",
        "docker.io.",
        "xdocker.io",
        "registry.docker.io",
        "auth.docker.io"
      })
  void aNameThatOnlyLooksLikeDockerHubIsAnother(String given) {
    assertFalse(Registry.parse(given).isDockerHub());
  }

  @Test
  void dockerHubThatNobodyNamedIsShownInDockersOwnWords() {
    Registry registry = Registry.dockerHub();

    assertEquals("https://index.docker.io/v1/", registry.displayName());
    assertEquals(Optional.empty(), registry.given());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quay.io/user/image@sha256:0123456789abcdef0123456789abcdef",
        "quay.io/user/image:tag@sha256:0123456789abcdef0123456789abcdef",
        "https://quay.io/user/image@sha512:0123456789ABCDEF0123456789abcdef"
      })
  void theDigestOfAnImageIsTakenOff(String given) {
    Registry registry = Registry.parse(given);

    assertEquals(Registry.parse("quay.io/user/image"), registry);
    assertEquals(Optional.of(given), registry.given());
    assertEquals(given, RegistryKey.of(given).masked());
  }

  @ParameterizedTest
  @ValueSource(strings = {"*.azurecr.io", "$CI_REGISTRY", "", " ghcr.io", "docker.io"})
  void aKeyThatNamesNoRegistryCanBeMeantAsItStands(String key) {
    Registry registry = Registry.exactKey(key);

    assertTrue(registry.isExactKey());
    assertFalse(registry.hasHost());
    assertFalse(registry.isDockerHub());
    assertEquals(Optional.of(key), registry.given());
    assertTrue(RegistryKey.of(key).belongsTo(registry));
    assertFalse(RegistryKey.of(key + " ").belongsTo(registry));
    assertNotEquals(Registry.dockerHub(), registry);
  }

  @Test
  void anExactKeyIsAnotherThanTheRegistryOfThatName() {
    Registry host = Registry.parse("ghcr.io");
    Registry key = Registry.exactKey("ghcr.io");

    assertNotEquals(host, key);
    assertNotEquals(0, host.compareTo(key));
    assertFalse(RegistryKey.of("https://ghcr.io").belongsTo(key));
  }

  @Test
  void spacesAndTabsAroundARegistryAreDropped() {
    Registry registry = Registry.parse(" \t ghcr.io \t ");

    assertEquals(Registry.parse("ghcr.io"), registry);
    assertEquals(Optional.of("ghcr.io"), registry.given());
  }

  @Test
  void registriesAreEqualIfIdentityAndPathAre() {
    Registry whole = Registry.parse("quay.io");
    Registry team = Registry.parse("quay.io/team");

    assertEquals(whole, Registry.parse("https://QUAY.io:443/v2/"));
    assertEquals(whole.hashCode(), Registry.parse("https://QUAY.io:443/v2/").hashCode());
    assertEquals(team, Registry.parse("Quay.io/team/"));
    assertNotEquals(whole, team);
    assertEquals(whole, team.withoutPath());
    assertNotEquals(whole, Registry.parse("quay.io:80"));
    assertNotEquals(team, Registry.parse("quay.io/Team"));
  }

  @Test
  void aRegistryOfTheGreatestLengthIsRead() {
    String longest = "a".repeat(1024);

    assertEquals(longest, Registry.parse(longest).identity());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # key                 | shown           | has a host
          ghcr.io               | ghcr.io         | true
          https://GHCR.io/v2/   | ghcr.io         | true
          docker.io             | https://index.docker.io/v1/ | true
          ''                    | an empty key    | false
          '  '                  | an empty key    | false
          u:p@ghcr.io:notaport  | u:***@ghcr.io:notaport | false
          *.azurecr.io          | *.azurecr.io    | false
          https://bob:4711/SECRET@r.corp.com | https://bob:***@r.corp.com | false
          https://bob/x:SECRET@r.corp.com    | https://bob/x:***@r.corp.com | false
          """)
  void aRegistryIsMadeOfAnyStoredKey(String key, String shown, boolean hasHost) {
    Registry registry = Registry.of(RegistryKey.of(key));

    assertEquals(shown, registry.displayName());
    assertEquals(hasHost, registry.hasHost());
    assertTrue(RegistryKey.of(key).belongsTo(registry));
    assertFalse(registry.isUnnamed());
  }

  @Test
  void whatCannotBeSearchedHasANameOfItsOwnThatNoSpellingReaches() {
    Registry unnamed = Registry.unnamed();

    assertEquals("other registries", unnamed.displayName());
    assertTrue(unnamed.isUnnamed());
    assertFalse(Registry.of(RegistryKey.of(unnamed.identity())).isUnnamed());
  }

  @Test
  void equalRegistriesHaveOneHashCodeAndOthersHardlyEver() {
    assertEquals(Registry.parse("GHCR.io").hashCode(), Registry.parse("ghcr.io").hashCode());
    assertNotEquals(Registry.parse("ghcr.io").hashCode(), Registry.parse("quay.io").hashCode());
    assertNotEquals(Registry.parse("quay.io/a").hashCode(), Registry.parse("quay.io/b").hashCode());
    assertNotEquals(Registry.parse("quay.io/a").hashCode(), Registry.parse("quay.io").hashCode());
  }
}
