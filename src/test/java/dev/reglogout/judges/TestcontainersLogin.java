package dev.reglogout.judges;

import com.github.dockerjava.api.model.AuthConfig;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.RegistryAuthLocator;

/** Asks Testcontainers whose login it would use, in a process of its own. */
final class TestcontainersLogin {
  private TestcontainersLogin() {}

  public static void main(String[] registries) {
    for (String registry : registries) {
      AuthConfig login =
          RegistryAuthLocator.instance()
              .lookupAuthConfig(DockerImageName.parse(registry + "/x"), new AuthConfig());
      System.out.println(
          login == null || login.getUsername() == null ? "nobody" : login.getUsername());
    }
  }
}
