package dev.reglogout.store;

/** Names a place where credentials of registries live: a login file, or a credential helper. */
public final class StoreId {
  private final Kind kind;
  private final String name;
  private final String form;
  private final String tool;

  private StoreId(Kind kind, String name, String form, String tool) {
    this.kind = kind;
    this.name = name;
    this.form = form;
    this.tool = tool;
  }

  /**
   * {@return the id of a login file}
   *
   * @param path as found, links not followed
   * @param form how it is laid out, such as {@code docker}; null if it could not even be found
   * @param tool whose it is, such as {@code podman}; null if it could not even be found
   */
  public static StoreId ofFile(String path, String form, String tool) {
    return new StoreId(Kind.INLINE, path, form, tool);
  }

  /**
   * {@return the id of a credential helper}
   *
   * @param program its name, with {@code docker-credential-}
   */
  public static StoreId ofHelper(String program) {
    return new StoreId(Kind.HELPER, program, null, null);
  }

  /** {@return what sort of place it is} */
  public Kind kind() {
    return kind;
  }

  /** {@return the path of the file, as found, or the name of the helper's program} */
  public String name() {
    return name;
  }

  /** {@return how the file is laid out, or null for a helper} */
  public String form() {
    return form;
  }

  /** {@return whose file it is, or null for a helper} */
  public String tool() {
    return tool;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoreId id && id.kind == kind && id.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }

  /** The sorts of stores. */
  public enum Kind {
    /** Entries in a login file. */
    INLINE,
    /** Entries behind a program {@code docker-credential-<name>}. */
    HELPER
  }
}
