package dev.reglogout.judges;

import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.core.DefaultDockerClientConfig;

/** Asks docker-java whose login it would use, in a process of its own. */
final class DockerJavaLogin {
  private DockerJavaLogin() {}

  public static void main(String[] registries) {
    for (String registry : registries) {
      AuthConfig login =
          DefaultDockerClientConfig.createDefaultConfigBuilder()
              .build()
              .effectiveAuthConfig(registry + "/x");
      System.out.println(
          login == null || login.getUsername() == null ? "nobody" : login.getUsername());
    }
  }
}
