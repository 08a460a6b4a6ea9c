package dev.reglogout.hub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy on this machine that keeps what it is asked for, and never lets anything out of it. */
public final class ConnectProxy implements AutoCloseable {
  private final ServerSocket socket;
  private final String answer;
  private final int port;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private ConnectProxy(String answer, int port) {
    try {
      this.socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.answer = answer;
    this.port = port;
    start(this::serve);
  }

  /** Starts a proxy that says no: {@code 502 Bad Gateway}. */
  public static ConnectProxy refusing(String status) {
    return new ConnectProxy(status, 0);
  }

  /** Starts a proxy that connects to a port of this machine, whatever it is asked for. */
  public static ConnectProxy to(int port) {
    return new ConnectProxy("200 OK", port);
  }

  public String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** Returns what it was asked for: the first line of each request. */
  public List<String> asked() {
    return asked;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        start(() -> serve(client));
      } catch (IOException e) {
        // closed
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      String head = head(client.getInputStream());
      asked.add(head.lines().findFirst().orElse(""));
      client.getOutputStream().write(("HTTP/1.1 " + answer + "\r\n\r\n").getBytes(ISO_8859_1));
      if (port > 0) {
        try (Socket server = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
          start(() -> copy(server, client));
          copy(client, server);
        }
      }
    } catch (IOException e) {
      // the client's business
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
      to.shutdownOutput();
    } catch (IOException e) {
      // one side has ended
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int b = in.read(); b >= 0 && head.indexOf("\r\n\r\n") < 0; b = in.read()) {
      head.append((char) b);
      if (head.indexOf("\r\n\r\n") >= 0) {
        break;
      }
    }
    return head.toString();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "connect-proxy");
    thread.setDaemon(true);
    thread.start();
  }
}
