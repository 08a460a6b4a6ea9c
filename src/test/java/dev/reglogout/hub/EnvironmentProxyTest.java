package dev.reglogout.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.reglogout.store.Environment;
import dev.reglogout.store.Environment.Os;
import dev.reglogout.store.StoreException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentProxyTest {

  @ParameterizedTest
  @CsvSource({
    "http://proxy.example.com:3128, proxy.example.com, 3128",
    "http://proxy.example.com, proxy.example.com, 80",
    "HTTP://proxy.example.com:3128/, proxy.example.com, 3128",
    "proxy.example.com:3128, proxy.example.com, 3128",
    "http://u:p@ss/w@proxy.example.com:3128/x, proxy.example.com, 3128",
    "http://[::1]:3128, ::1, 3128",
    "http://[::1], ::1, 80",
  })
  void theProxyIsReadFromItsUsualSpellings(String value, String host, int port) throws Exception {
    InetSocketAddress proxy = proxy(Map.of("HTTPS_PROXY", value)).get();

    assertEquals(host, proxy.getHostString());
    assertEquals(port, proxy.getPort());
    assertEquals(proxy, proxy(Map.of("https_proxy", value)).get());
  }

  @Test
  void ofTwoSpellingsOfTheVariableTheUpperCaseCounts() throws Exception {
    Map<String, String> both = Map.of("HTTPS_PROXY", "http://upper:1", "https_proxy", "lower:2");

    assertEquals("upper", proxy(both).get().getHostString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socks5://u:s3cret@proxy:1080",
        "https://u:s3cret@proxy",
        "http://",
        "http://:3128",
        "proxy:s3cret",
        "proxy:0",
        "proxy:70000"
      })
  void aProxyThatCannotBeUsedIsNotPassedBy(String value) {
    StoreException thrown =
        assertThrows(StoreException.class, () -> proxy(Map.of("HTTPS_PROXY", value)));

    assertFalse(thrown.getMessage().contains("s3cret"), thrown.getMessage());
  }

  @ParameterizedTest(name = "NO_PROXY={0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "* | true",
        "login.docker.com | true",
        "docker.com | true",
        ".docker.com | true",
        "*.docker.com | true",
        "LOGIN.DOCKER.COM | true",
        "a.io, login.docker.com:443 | true",
        "a.io docker.com | true",
        "login.docker.com:8443 | false",
        "ocker.com | false",
        ".login.docker.com | false",
        "hub.docker.com | false",
        ", | false",
      })
  void aHostThatIsExemptIsReachedDirectly(String list, boolean exempt) throws Exception {
    for (String name : new String[] {"NO_PROXY", "no_proxy"}) {
      Map<String, String> variables = new HashMap<>(Map.of("HTTPS_PROXY", "http://proxy:1"));
      variables.put(name, list);

      assertEquals(exempt, proxy(variables).isEmpty());
    }
  }

  @Test
  void withoutTheVariableThereIsNoProxy() throws Exception {
    Map<String, String> others = Map.of("HTTP_PROXY", "http://a:1", "ALL_PROXY", "http://a:1");

    assertEquals(Optional.empty(), proxy(others));
    assertEquals(Optional.empty(), proxy(Map.of("HTTPS_PROXY", "")));
  }

  private static Optional<InetSocketAddress> proxy(Map<String, String> variables)
      throws StoreException {
    return EnvironmentProxy.of(Environment.of(variables, Os.LINUX), "login.docker.com", 443);
  }
}
