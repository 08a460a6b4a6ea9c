package dev.reglogout.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.reglogout.store.Environment;
import dev.reglogout.store.StopSignal;
import dev.reglogout.store.StoreException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Revokes refresh tokens at Docker, as {@code docker logout} does.
 *
 * <pre>{@code curl -d client_id=… -d token=… https://login.docker.com/oauth/revoke}</pre>
 *
 * <p>One attempt for each, and five seconds from the first on for all; no redirect is followed, and
 * no login is answered to.
 */
public final class HubRevocation {
  /** Where Docker revokes them. */
  public static final String URL = "https://login.docker.com/oauth/revoke";

  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final String ADVICE = "check the network and HTTPS_PROXY";

  private final URI url;
  private final Environment environment;
  private final StopSignal stop;
  private HttpClient client; // null before the first
  private long start;

  /**
   * Prepares to revoke; nothing is connected to yet.
   *
   * @param url where to, such as {@link #URL}
   * @param environment tells the proxy
   */
  public HubRevocation(String url, Environment environment, StopSignal stop) {
    this.url = URI.create(url);
    this.environment = environment;
    this.stop = stop;
  }

  /**
   * Revokes a token.
   *
   * @throws StoreException if that was not confirmed; its message holds nothing of the token, nor
   *     of an answer, which may repeat it
   */
  public void revoke(RefreshToken token) throws StoreException {
    if (stop.requested()) {
      throw interrupted();
    }
    HttpClient sender = client();
    Duration left = LIMIT.minusNanos(System.nanoTime() - start);
    if (left.toMillis() < 1) {
      throw noAnswer();
    }
    CompletableFuture<HttpResponse<Void>> answer =
        sender.sendAsync(request(token, left), HttpResponse.BodyHandlers.discarding());
    Runnable end = () -> answer.cancel(true);
    stop.onRequest(end);
    try {
      check(answer.get(left.toMillis(), TimeUnit.MILLISECONDS).statusCode());
    } catch (TimeoutException e) {
      throw noAnswer();
    } catch (CancellationException e) {
      throw interrupted();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted();
    } catch (ExecutionException e) {
      throw stop.requested() ? interrupted() : failure(e.getCause());
    } finally {
      stop.forget(end);
      answer.cancel(true);
    }
  }

  private synchronized HttpClient client() throws StoreException {
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(LIMIT)
              .proxy(proxy())
              .build();
      start = System.nanoTime();
    }
    return client;
  }

  private ProxySelector proxy() throws StoreException {
    if (!"https".equals(url.getScheme())) {
      return HttpClient.Builder.NO_PROXY;
    }
    int port = url.getPort() < 0 ? 443 : url.getPort();
    Optional<InetSocketAddress> proxy = EnvironmentProxy.of(environment, url.getHost(), port);
    return proxy.isEmpty() ? HttpClient.Builder.NO_PROXY : ProxySelector.of(proxy.get());
  }

  private HttpRequest request(RefreshToken token, Duration limit) {
    String form =
        "client_id="
            + URLEncoder.encode(token.clientId(), UTF_8)
            + "&token="
            + URLEncoder.encode(token.text(), UTF_8);
    return HttpRequest.newBuilder(url)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .timeout(limit)
        .POST(HttpRequest.BodyPublishers.ofString(form))
        .build();
  }

  private void check(int status) throws StoreException {
    if (status >= 200 && status < 300) {
      return;
    }
    if (status == 407) {
      throw failed("the proxy wants a login");
    }
    boolean redirect = status >= 300 && status < 400;
    throw failed(
        url.getHost()
            + (redirect ? " points elsewhere, which is not followed: " : " says no: ")
            + status);
  }

  /** Says in words of our own what went wrong: those of an exception may quote what was sent. */
  private StoreException failure(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpTimeoutException) {
        return noAnswer();
      }
      if (cause instanceof UnresolvedAddressException) {
        return failed("its address, or the proxy's, is not known to this machine");
      }
      if (cause instanceof SSLException) {
        return failed("no trusted connection to " + url.getHost() + " could be made");
      }
      if (cause instanceof IOException && saysTunnelFailed(cause)) {
        return failed("the proxy does not connect to " + url.getHost());
      }
    }
    return failed(
        thrown instanceof ConnectException
            ? "nobody answers at its address, or the proxy's"
            : "the connection to " + url.getHost() + " broke off");
  }

  private static boolean saysTunnelFailed(Throwable thrown) {
    return String.valueOf(thrown.getMessage()).startsWith("Tunnel failed");
  }

  private StoreException noAnswer() {
    return failed(url.getHost() + " did not answer within " + LIMIT.toSeconds() + " s");
  }

  private static StoreException failed(String cause) {
    return new StoreException("hub-revoke-failed", cause, ADVICE);
  }

  private static StoreException interrupted() {
    return new StoreException("interrupted", "the run was interrupted", "run it again");
  }
}
