package dev.reglogout.config;

import dev.reglogout.config.JsonObjectSpan.Member;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry.Form;
import dev.reglogout.store.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The file of regctl: {@code hosts} holds what is known of each registry, and the login is a part
 * of that: {@code user}, {@code pass} and {@code token}. All else of a host is a setting and stays,
 * as after {@code regctl registry logout} (regclient/regclient, config/host.go, cmd/regctl).
 */
public final class RegctlFormat implements LoginFormat {
  /** The only one. */
  public static final LoginFormat INSTANCE = new RegctlFormat();

  private static final String PREFIX = "docker-credential-";

  private RegctlFormat() {}

  @Override
  public String id() {
    return "regctl";
  }

  @Override
  public LoginDocument read(Path path, byte[] json, boolean withUsers) throws StoreException {
    Sections hosts = new Sections(json, JsonSyntax.object(path, json), "hosts");
    MemberDocument document = new MemberDocument();
    document.addProblem(hosts.problem());
    for (Member host : hosts.members()) {
      if (json[host.valueStart()] == '{') {
        add(json, host, withUsers, document);
      }
    }
    return document;
  }

  private static void add(byte[] json, Member host, boolean withUsers, MemberDocument document) {
    JsonObjectSpan settings = JsonObjectSpan.at(json, host.valueStart());
    List<Member> login = new ArrayList<>();
    for (Member setting : settings.members()) {
      if (isOfLogin(setting.name())) {
        login.add(setting);
      }
    }
    boolean token = Sections.has(json, host, "token");
    boolean password = Sections.has(json, host, "pass");
    String user = InlineUser.of(json, host, "user", "pass");
    if (token || password || user != null) {
      Form secret = token ? Form.TOKEN : Form.SECRET;
      Form form = token || password ? secret : Form.PLACEHOLDER;
      document.addObjects(List.of(settings));
      document.addEntry(host.name(), withUsers ? user : null, form, login);
    }
    String helper = Sections.text(json, host, "credHelper");
    if (helper != null) {
      RegistryKey key = RegistryKey.of(host.name());
      String name = helper.startsWith(PREFIX) ? helper.substring(PREFIX.length()) : null;
      String member = "hosts[\"" + key.masked() + "\"].credHelper";
      document.addBinding(new Binding(name, key, member)); // null: a program of another kind
    }
  }

  private static boolean isOfLogin(String name) {
    return name.equalsIgnoreCase("user")
        || name.equalsIgnoreCase("pass")
        || name.equalsIgnoreCase("token");
  }
}
