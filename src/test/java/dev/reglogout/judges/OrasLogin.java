package dev.reglogout.judges;

import land.oras.ContainerRef;
import land.oras.auth.AuthStore;

/** Asks oras-java whose login it would use, in a process of its own. */
final class OrasLogin {
  private OrasLogin() {}

  public static void main(String[] registries) {
    for (String registry : registries) {
      AuthStore.Credential login = AuthStore.newStore().get(ContainerRef.parse(registry + "/x:1"));
      System.out.println(login == null ? "nobody" : login.username());
    }
  }
}
