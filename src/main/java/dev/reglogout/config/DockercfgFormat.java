package dev.reglogout.config;

import dev.reglogout.store.StoreException;
import java.nio.file.Path;

/**
 * docker's form from before 2015, which podman and skopeo still read: the whole document is what
 * {@code auths} holds today.
 */
public final class DockercfgFormat implements LoginFormat {
  /** The only one. */
  public static final LoginFormat INSTANCE = new DockercfgFormat();

  private DockercfgFormat() {}

  @Override
  public String id() {
    return "dockercfg";
  }

  @Override
  public LoginDocument read(Path path, byte[] json, boolean withUsers) throws StoreException {
    return ConfigDocument.ofMap(path, json, withUsers);
  }
}
