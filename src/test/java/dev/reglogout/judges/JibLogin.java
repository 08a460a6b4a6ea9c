package dev.reglogout.judges;

import com.google.cloud.tools.jib.api.Credential;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;

/** Asks jib whose login it would use, in a process of its own. */
final class JibLogin {
  private JibLogin() {}

  public static void main(String[] registries) throws Exception {
    for (String registry : registries) {
      System.out.println(
          CredentialRetrieverFactory.forImage(
                  ImageReference.of(registry, "x", null), event -> {}, System.getenv())
              .dockerConfig()
              .retrieve()
              .map(Credential::getUsername)
              .orElse("nobody"));
    }
  }
}
