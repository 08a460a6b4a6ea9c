package dev.reglogout.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reglogout.store.Environment;
import dev.reglogout.store.Environment.Os;
import dev.reglogout.store.StopSignal;
import dev.reglogout.store.StoreException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubRevocationTest {
  private static final String SECRET = "v1.s3cret";
  private static final RefreshToken TOKEN = new RefreshToken(SECRET, "client-1");

  private final StopSignal stop = new StopSignal();

  @ParameterizedTest
  @ValueSource(ints = {200, 204})
  void aTokenIsSentOnceInAFormAndYesIsYes(int status) throws Exception {
    try (FakeDocker docker = FakeDocker.answering(status, "")) {
      revoke(docker.url());

      assertEquals(
          List.of(
              "POST /oauth/revoke application/x-www-form-urlencoded"
                  + " client_id=client-1&token=v1.s3cret"),
          docker.requests());
    }
  }

  @Test
  void whateverIsInATokenStaysInItsField() throws Exception {
    try (FakeDocker docker = FakeDocker.answering(200, "{}")) {
      revocation(docker.url(), Map.of()).revoke(new RefreshToken("a+b&c=d %ü\n", "x/y"));

      assertEquals(
          "client_id=x%2Fy&token=a%2Bb%26c%3Dd+%25%C3%BC%0A",
          docker.requests().get(0).split(" ")[3]);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, 127.0.0.1 says no: 400",
    "401, 127.0.0.1 says no: 401",
    "403, 127.0.0.1 says no: 403",
    "407, the proxy wants a login",
    "500, 127.0.0.1 says no: 500",
    "503, 127.0.0.1 says no: 503",
  })
  void anyOtherAnswerIsAFailureThatShowsNothingOfIt(int status, String cause) {
    try (FakeDocker docker = FakeDocker.answering(status, "invalid token " + SECRET)) {
      assertEquals(cause, failure(docker.url()).getMessage());
      assertEquals(1, docker.requests().size());
    }
  }

  @Test
  void aRedirectIsNotFollowed() {
    try (FakeDocker other = FakeDocker.answering(200, "");
        FakeDocker docker = FakeDocker.redirectingTo(other.url() + "?" + SECRET)) {
      StoreException failure = failure(docker.url());

      assertEquals("127.0.0.1 points elsewhere, which is not followed: 307", failure.getMessage());
      assertEquals(List.of(), other.requests());
    }
  }

  @Test
  void aServerThatHangsIsWaitedForFiveSecondsInAll() {
    try (FakeDocker docker = FakeDocker.hanging()) {
      long start = System.nanoTime();

      StoreException failure = failure(docker.url());

      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      assertEquals("127.0.0.1 did not answer within 5 s", failure.getMessage());
      assertTrue(taken.toMillis() >= 4_900 && taken.toMillis() < 7_000, taken.toString());
    }
  }

  @Test
  void anAnswerThatNeverEndsIsWaitedForNoLonger() throws Exception {
    try (ServerSocket server = new ServerSocket(0)) {
      Thread thread = new Thread(() -> drip(server));
      thread.setDaemon(true);
      thread.start();
      long start = System.nanoTime();

      StoreException failure = failure("http://127.0.0.1:" + server.getLocalPort() + "/");

      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      assertEquals("127.0.0.1 did not answer within 5 s", failure.getMessage());
      assertTrue(taken.toMillis() < 7_000, taken.toString());
    }
  }

  @Test
  void aPortNobodyListensOnIsAFailure() {
    StoreException failure = failure("http://127.0.0.1:" + FakeDocker.closedPort() + "/");

    assertEquals("nobody answers at its address, or the proxy's", failure.getMessage());
  }

  @Test
  void aServerThatIsNoWebServerIsAFailureThatQuotesNothing() throws Exception {
    try (ServerSocket server = new ServerSocket(0)) {
      Thread thread = new Thread(() -> answer(server, SECRET + "\r\n\r\n"));
      thread.setDaemon(true);
      thread.start();

      StoreException failure = failure("http://127.0.0.1:" + server.getLocalPort() + "/");

      assertEquals("the connection to 127.0.0.1 broke off", failure.getMessage());
    }
  }

  @Test
  void aServerWithoutTlsIsNotTrusted() throws Exception {
    try (ServerSocket server = new ServerSocket(0)) {
      Thread thread = new Thread(() -> answer(server, "HTTP/1.1 200 OK\r\n\r\n"));
      thread.setDaemon(true);
      thread.start();

      StoreException failure = failure("https://127.0.0.1:" + server.getLocalPort() + "/");

      assertEquals("no trusted connection to 127.0.0.1 could be made", failure.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "502 Bad Gateway, the proxy does not connect to login.docker.com",
    "403 Forbidden, the proxy does not connect to login.docker.com",
    "407 Proxy Authentication Required, the proxy wants a login",
  })
  void theProxyOfTheEnvironmentIsAskedAndNothingElse(String answer, String cause) {
    try (ConnectProxy proxy = ConnectProxy.refusing(answer)) {
      StoreException failure =
          failure(revocation(HubRevocation.URL, Map.of("https_proxy", proxy.url())));

      assertEquals(cause, failure.getMessage());
      assertEquals(List.of("CONNECT login.docker.com:443 HTTP/1.1"), proxy.asked());
    }
  }

  @Test
  void aHostThatNoProxyNamesIsReachedWithoutTheProxy() {
    try (ConnectProxy proxy = ConnectProxy.refusing("502 Bad Gateway")) {
      String url = "https://127.0.0.1:" + FakeDocker.closedPort() + "/";

      failure(revocation(url, Map.of("HTTPS_PROXY", proxy.url(), "NO_PROXY", "127.0.0.1")));

      assertEquals(List.of(), proxy.asked());
    }
  }

  @Test
  void afterAStopNothingIsSent() {
    stop.request(0);
    try (FakeDocker docker = FakeDocker.answering(200, "")) {
      assertEquals("interrupted", failure(docker.url()).reason());
      assertEquals(List.of(), docker.requests());
    }
  }

  @Test
  void aStopEndsTheWaiting() throws Exception {
    try (FakeDocker docker = FakeDocker.hanging()) {
      Thread stopping =
          new Thread(
              () -> {
                while (docker.requests().isEmpty()) {
                  Thread.onSpinWait();
                }
                stop.request(0);
              });
      stopping.start();
      long start = System.nanoTime();

      assertEquals("interrupted", failure(docker.url()).reason());

      assertTrue(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) < 4_000);
      stopping.join();
    }
  }

  private HubRevocation revocation(String url, Map<String, String> variables) {
    return new HubRevocation(url, Environment.of(variables, Os.LINUX), stop);
  }

  private void revoke(String url) throws StoreException {
    revocation(url, Map.of()).revoke(TOKEN);
  }

  private StoreException failure(String url) {
    return failure(revocation(url, Map.of()));
  }

  /** Returns the failure, after a look through all it says for the token. */
  private static StoreException failure(HubRevocation revocation) {
    StoreException failure = assertThrows(StoreException.class, () -> revocation.revoke(TOKEN));
    StringWriter all = new StringWriter();
    failure.printStackTrace(new PrintWriter(all));
    assertFalse(all.toString().contains("s3cret"), all.toString());
    assertFalse(String.valueOf(failure.advice()).contains("s3cret"), failure.advice());
    return failure;
  }

  private static void answer(ServerSocket server, String text) {
    try (var client = server.accept()) {
      client.getInputStream().read();
      client.getOutputStream().write(text.getBytes());
      client.getOutputStream().flush();
    } catch (java.io.IOException e) {
      // the client's business
    }
  }

  private static void drip(ServerSocket server) {
    try (var client = server.accept()) {
      client.getInputStream().read();
      client.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes());
      while (!client.isClosed()) {
        client.getOutputStream().write('x');
        client.getOutputStream().flush();
        Thread.sleep(200);
      }
    } catch (java.io.IOException | InterruptedException e) {
      // the client has gone
    }
  }
}
