/**
 * Logs out of container registries, and tells the truth about it.
 *
 * <p>Start at {@link dev.reglogout.logout.Logout}.
 */
module dev.reglogout {
  requires com.google.gson;
  requires info.picocli;
  requires java.net.http;
  requires org.apache.commons.exec;

  exports dev.reglogout.logout;
  exports dev.reglogout.registry;
  exports dev.reglogout.store;
}
