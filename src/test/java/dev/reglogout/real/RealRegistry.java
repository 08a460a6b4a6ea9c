package dev.reglogout.real;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A registry on loopback, Debian's docker-registry, that lets in ann and bob alone.
 *
 * <p>It holds one image, {@code x}, with one tag. It has two names, as clients see it: by number
 * and by {@code localhost}.
 */
public final class RealRegistry implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static final String RUN =
      """
      docker-registry serve "$1/config.yml" >"$1/log" 2>&1 &
      cat >/dev/null
      kill $!
      wait
      rm -rf "$1"
      """;

  private static final String CONFIG =
      """
      version: 0.1
      log: {level: error}
      storage: {filesystem: {rootdirectory: %1$s/data}}
      http: {addr: "127.0.0.1:%2$d"}
      auth: {htpasswd: {realm: test, path: %1$s/htpasswd}}
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;
  private final Process keeper;

  private RealRegistry(int port, Process keeper) {
    this.port = port;
    this.keeper = keeper;
  }

  /** Starts one. */
  public static RealRegistry start() {
    RealHelpers.require("docker-registry", "htpasswd");
    Path directory = RealHelpers.temporaryDirectory();
    try {
      int port = freePort();
      Map<String, String> environment = RealHelpers.environment(directory.resolve("home"));
      String users =
          RealHelpers.check(environment, "", "htpasswd", "-Bbn", "ann", "ann-pw")
              + RealHelpers.check(environment, "", "htpasswd", "-Bbn", "bob", "bob-pw");
      Files.writeString(directory.resolve("htpasswd"), users);
      Files.writeString(directory.resolve("config.yml"), CONFIG.formatted(directory, port));
      RealRegistry registry =
          new RealRegistry(port, RealHelpers.keeper(environment, RUN, directory));
      registry.fill();
      return registry;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /** Returns its name by number. */
  public String name() {
    return "127.0.0.1:" + port;
  }

  /** Returns its other name. */
  public String otherName() {
    return "localhost:" + port;
  }

  /** Tells whether a login gets in. */
  public boolean letsIn(String user, String password) {
    return status(request("/v2/", user + ":" + password).GET()) == 200;
  }

  @Override
  public void close() {
    RealHelpers.release(keeper);
  }

  /** Waits until it answers, and stores the image. */
  private void fill() {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (status(request("/v2/", "ann:wrong").GET()) != 401) {
      if (System.nanoTime() > end) {
        close();
        throw new AssertionError("the registry does not answer");
      }
      pause();
    }
    String config =
        "{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}";
    String digest = digest(config);
    HttpResponse<String> upload =
        send(request("/v2/x/blobs/uploads/", "ann:ann-pw").POST(BodyPublishers.noBody()));
    URI place = URI.create(upload.headers().firstValue("Location").orElseThrow());
    send(
        HttpRequest.newBuilder(URI.create(place + "&digest=" + digest))
            .header("Authorization", basic("ann:ann-pw"))
            .header("Content-Type", "application/octet-stream")
            .PUT(BodyPublishers.ofString(config)));
    String type = "application/vnd.docker.distribution.manifest.v2+json";
    String manifest =
        "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"config\":{\"mediaType\":\"application/vnd.docker.container.image.v1+json\",\"size\":%d,\"digest\":\"%s\"},\"layers\":[]}"
            .formatted(type, config.length(), digest);
    int stored =
        status(
            request("/v2/x/manifests/1", "ann:ann-pw")
                .header("Content-Type", type)
                .PUT(BodyPublishers.ofString(manifest)));
    if (stored != 201) {
      close();
      throw new AssertionError("the image cannot be stored: " + stored);
    }
  }

  private HttpRequest.Builder request(String path, String login) {
    return HttpRequest.newBuilder(URI.create("http://" + name() + path))
        .header("Authorization", basic(login));
  }

  private int status(HttpRequest.Builder request) {
    HttpResponse<String> response = send(request);
    return response == null ? 0 : response.statusCode();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      return null; // not there yet
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String basic(String login) {
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
  }

  private static String digest(String text) {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return "sha256:" + HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
