package dev.reglogout.config;

import dev.reglogout.store.StoreException;
import java.nio.file.Path;

/** docker's form: {@code auths}, {@code credHelpers} and {@code credsStore}. */
public final class DockerFormat implements LoginFormat {
  /** The only one. */
  public static final LoginFormat INSTANCE = new DockerFormat();

  private DockerFormat() {}

  @Override
  public String id() {
    return "docker";
  }

  @Override
  public LoginDocument read(Path path, byte[] json, boolean withUsers) throws StoreException {
    return ConfigDocument.parse(path, json, withUsers);
  }
}
