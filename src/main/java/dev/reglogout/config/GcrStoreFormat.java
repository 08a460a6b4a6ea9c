package dev.reglogout.config;

import dev.reglogout.config.JsonObjectSpan.Member;
import dev.reglogout.store.Entry.Form;
import dev.reglogout.store.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The store of {@code docker-credential-gcr}: one sign-in for all of Google's hosts, {@code
 * gcrCreds}, and what its older versions kept of other registries, {@code otherCreds}
 * (GoogleCloudPlatform/docker-credential-gcr, store/store.go).
 */
public final class GcrStoreFormat implements LoginFormat {
  /** The only one. */
  public static final LoginFormat INSTANCE = new GcrStoreFormat();

  /** The key of the sign-in, which belongs to no single host. */
  public static final String SIGN_IN = "gcrCreds";

  private GcrStoreFormat() {}

  @Override
  public String id() {
    return "gcr-store";
  }

  @Override
  public LoginDocument read(Path path, byte[] json, boolean withUsers) throws StoreException {
    JsonObjectSpan object = JsonSyntax.object(path, json);
    MemberDocument document = new MemberDocument();
    if (object == null) {
      return document;
    }
    Sections others = new Sections(json, object, "otherCreds");
    List<Member> signIns = new ArrayList<>();
    for (Member member : object.members()) {
      if (member.name().equalsIgnoreCase(SIGN_IN) && json[member.valueStart()] != 'n') {
        signIns.add(member);
      }
    }
    if (!signIns.isEmpty()) {
      document.addObjects(List.of(object));
      document.addEntry(SIGN_IN, null, Form.TOKEN, signIns);
    }
    document.addProblem(others.problem());
    document.addObjects(others.spans());
    for (Member member : others.members()) {
      String user = withUsers ? InlineUser.of(json, member, "Username", "Secret") : null;
      boolean secret =
          Sections.has(json, member, "Secret")
              || (json[member.valueStart()] != '{' && json[member.valueStart()] != 'n');
      Form form = secret ? Form.SECRET : Form.PLACEHOLDER;
      document.addEntry(member.name(), user, form, List.of(member));
    }
    return document;
  }
}
