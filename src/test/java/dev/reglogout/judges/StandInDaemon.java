package dev.reglogout.judges;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;

/**
 * Stands in for docker's engine on a socket: notes the login that docker's client sends it, and
 * hands a login to the registry it is meant for, as the engine does.
 */
final class StandInDaemon implements AutoCloseable {
  private final Path directory;
  private final ServerSocketChannel server;
  private volatile String auth; // the last X-Registry-Auth or X-Registry-Config

  private StandInDaemon(Path directory, ServerSocketChannel server) {
    this.directory = directory;
    this.server = server;
  }

  static StandInDaemon start() {
    try {
      Path directory = Files.createTempDirectory(Path.of("/tmp"), "reglogout-"); // a short path
      ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(directory.resolve("sock")));
      StandInDaemon daemon = new StandInDaemon(directory, server);
      Thread thread = new Thread(daemon::serve, "stand-in daemon");
      thread.setDaemon(true);
      thread.start();
      return daemon;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what DOCKER_HOST is to be. */
  String address() {
    return "unix://" + directory.resolve("sock");
  }

  /** Returns the login that was sent last, and forgets it; empty where none was. */
  JsonObject taken() {
    String sent = auth;
    auth = null;
    if (sent == null || sent.isEmpty()) {
      return new JsonObject();
    }
    String json = new String(Base64.getUrlDecoder().decode(sent), UTF_8);
    return JsonParser.parseString(json).getAsJsonObject();
  }

  @Override
  public void close() {
    try {
      server.close();
      Files.deleteIfExists(directory.resolve("sock"));
      Files.delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve() {
    while (server.isOpen()) {
      try (SocketChannel client = server.accept()) {
        answer(client);
      } catch (IOException e) {
        // closed, or a client that went away
      }
    }
  }

  private void answer(SocketChannel client) throws IOException {
    InputStream in = Channels.newInputStream(client);
    String request = line(in);
    int length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(15).strip());
      } else if (lower.startsWith("x-registry-auth:") || lower.startsWith("x-registry-config:")) {
        auth = header.substring(header.indexOf(':') + 1).strip();
      }
    }
    String path = request.split(" ")[1].replaceFirst("^/v[0-9.]+", "").replaceFirst("\\?.*", "");
    switch (path) {
      case "/_ping" -> reply(client, 200, "OK");
      case "/auth" -> login(client, new String(in.readNBytes(length), UTF_8));
      case "/images/create", "/build" -> reply(client, 200, "{\"stream\": \"noted\"}\n");
      case "/version" -> reply(client, 200, "{\"ApiVersion\": \"1.43\", \"Os\": \"linux\"}");
      default -> reply(client, 404, "{\"message\": \"a stand-in knows nothing of " + path + "\"}");
    }
  }

  /** Asks the registry, as the engine does. */
  private static void login(SocketChannel client, String body) throws IOException {
    JsonObject login = JsonParser.parseString(body).getAsJsonObject();
    String pair = login.get("username").getAsString() + ":" + login.get("password").getAsString();
    String host = login.get("serveraddress").getAsString();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + host + "/v2/"))
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)))
            .build();
    try {
      int status =
          HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.discarding())
              .statusCode();
      reply(
          client,
          status,
          status == 200 ? "{\"Status\": \"Login Succeeded\"}" : "{\"message\": \"unauthorized\"}");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n' && b >= 0; b = in.read()) {
      line.write(b);
    }
    return line.toString(ISO_8859_1).strip();
  }

  private static void reply(SocketChannel client, int status, String body) throws IOException {
    String head =
        "HTTP/1.1 %d x\r\nApi-Version: 1.43\r\nOSType: linux\r\nContent-Type: application/json\r\n"
            + "Content-Length: %d\r\nConnection: close\r\n\r\n";
    client.write(ByteBuffer.wrap((head.formatted(status, body.length()) + body).getBytes(UTF_8)));
  }
}
