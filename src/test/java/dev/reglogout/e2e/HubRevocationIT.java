package dev.reglogout.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.reglogout.hub.ConnectProxy;
import dev.reglogout.hub.FakeDocker;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Docker Hub's sign-in is revoked by the program as its users have it, over TLS and a proxy. */
class HubRevocationIT extends EndToEnd {
  private static final String REFRESH = "https://index.docker.io/v1/refresh-token";
  private static final String PASSWORD = "changeit";

  @BeforeEach
  void signIn() {
    machine
        .config("{\"credsStore\": \"keeper\"}")
        .helper("keeper", "keeper")
        .entry(REFRESH, "u", "v1.s3cret..client-1");
  }

  @Test
  void theTokenReachesADockerThatIsTrusted() throws Exception {
    Path keys = keys();
    try (FakeDocker docker = FakeDocker.on(server(keys), 200, "");
        ConnectProxy proxy = ConnectProxy.to(docker.port())) {
      Map<String, String> variables = new HashMap<>(variables());
      variables.put("HTTPS_PROXY", proxy.url());
      String trust =
          "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s"
              .formatted(keys, PASSWORD);
      variables.put("REGLOGOUT_JAVA_OPTS", trust); // the image's launcher reads it
      variables.put("JDK_JAVA_OPTIONS", trust);

      Program.Result result = program.run(variables, "--json");

      assertEquals(0, result.exit(), result.err());
      assertEquals(List.of("CONNECT login.docker.com:443 HTTP/1.1"), proxy.asked());
      assertEquals(
          List.of(
              "POST /oauth/revoke application/x-www-form-urlencoded"
                  + " client_id=client-1&token=v1.s3cret"),
          docker.requests());
      assertTrue(
          result
              .json()
              .getAsJsonArray("registries")
              .get(0)
              .getAsJsonObject()
              .get("revoked")
              .getAsBoolean());
      assertFalse(machine.holds(REFRESH));
    }
  }

  @Test
  void aDockerThatIsNotTrustedIsSentNothing() throws Exception {
    try (FakeDocker docker = FakeDocker.on(server(keys()), 200, "");
        ConnectProxy proxy = ConnectProxy.to(docker.port())) {
      Map<String, String> variables = new HashMap<>(variables());
      variables.put("HTTPS_PROXY", proxy.url());

      Program.Result result = program.run(variables, "--strict");

      assertEquals(3, result.exit(), result.err());
      assertEquals(List.of(), docker.requests());
      assertTrue(result.err().contains("no trusted connection to login.docker.com"), result.err());
      assertFalse(machine.holds(REFRESH));
    }
  }

  /** Makes a key for Docker's name, which trusts itself. */
  private Path keys() throws Exception {
    Path keys = directory.resolve("keys.p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-keyalg",
            "EC",
            "-alias",
            "docker",
            "-dname",
            "CN=login.docker.com",
            "-ext",
            "san=dns:login.docker.com",
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD,
            "-keystore",
            keys.toString());
    assertEquals(0, new ProcessBuilder(command).start().waitFor(), "keytool");
    return keys;
  }

  private static HttpsServer server(Path keys) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(store, PASSWORD.toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
    HttpsServer server = HttpsServer.create(address, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return server;
  }
}
