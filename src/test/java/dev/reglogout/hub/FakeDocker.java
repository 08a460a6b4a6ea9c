package dev.reglogout.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on this machine that answers in Docker's place, and keeps what it is sent. */
public final class FakeDocker implements AutoCloseable {
  private final HttpServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "fake-docker");
            thread.setDaemon(true);
            return thread;
          });

  private FakeDocker(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
  }

  /** Starts a server that answers everything with a status and a body. */
  public static FakeDocker answering(int status, String body) {
    return onOwnPort().answer(status, body);
  }

  /** Starts a server that takes requests and never answers. */
  public static FakeDocker hanging() {
    FakeDocker docker = onOwnPort();
    docker.handle(
        exchange -> {
          try {
            docker.closed.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    return docker;
  }

  /** Starts a server that points to another URL. */
  public static FakeDocker redirectingTo(String url) {
    FakeDocker docker = onOwnPort();
    docker.handle(
        exchange -> {
          exchange.getResponseHeaders().set("Location", url);
          exchange.sendResponseHeaders(307, -1);
        });
    return docker;
  }

  /** Takes a server that is not started yet, to answer everything with a status and a body. */
  public static FakeDocker on(HttpServer server, int status, String body) {
    return new FakeDocker(server).answer(status, body);
  }

  /** Returns a port on this machine that nobody listens on. */
  public static int closedPort() {
    try (FakeDocker docker = onOwnPort().answer(200, "")) {
      return docker.port();
    }
  }

  public String url() {
    return "http://127.0.0.1:" + port() + "/oauth/revoke";
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Returns what it was sent: {@code METHOD PATH CONTENT-TYPE BODY}. */
  public List<String> requests() {
    return requests;
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private static FakeDocker onOwnPort() {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
      return new FakeDocker(HttpServer.create(address, 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FakeDocker answer(int status, String body) {
    handle(
        exchange -> {
          byte[] bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
        });
    return this;
  }

  private void handle(Answer answer) {
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            record(exchange);
            answer.to(exchange);
          }
        });
    server.start();
  }

  private void record(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getRequestHeaders();
    requests.add(
        String.join(
            " ",
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            headers.getFirst("Content-Type"),
            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
  }

  @FunctionalInterface
  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }
}
