package dev.reglogout.config;

import dev.reglogout.config.JsonObjectSpan.Member;
import dev.reglogout.store.Entry.Form;
import dev.reglogout.store.StoreException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * The cache of {@code docker-credential-ecr-login}: {@code Registries} holds a token for each
 * registry, which the helper answers with, without asking AWS.
 *
 * <p>The members' names are of no use: they are made of a region and a hash of the AWS key. The
 * host stands in {@code ProxyEndpoint}. The helper is content with no member; it removes a file
 * that it cannot read (awslabs/amazon-ecr-credential-helper, ecr-login/cache/file.go).
 */
public final class EcrCacheFormat implements LoginFormat {
  /** The only one. */
  public static final LoginFormat INSTANCE = new EcrCacheFormat();

  private EcrCacheFormat() {}

  @Override
  public String id() {
    return "ecr-cache";
  }

  @Override
  public LoginDocument read(Path path, byte[] json, boolean withUsers) throws StoreException {
    Sections registries = new Sections(json, JsonSyntax.object(path, json), "Registries");
    MemberDocument document = new MemberDocument();
    document.addObjects(registries.spans());
    document.addProblem(registries.problem());
    for (Member member : registries.members()) {
      String endpoint = Sections.text(json, member, "ProxyEndpoint");
      boolean token =
          Sections.has(json, member, "AuthorizationToken") || json[member.valueStart()] != '{';
      Form form = token && json[member.valueStart()] != 'n' ? Form.TOKEN : Form.PLACEHOLDER;
      document.addEntry(endpoint == null ? member.name() : endpoint, null, form, List.of(member));
      document.lastExpires(instant(Sections.text(json, member, "ExpiresAt")));
    }
    return document;
  }

  /** Reads a time as the helper writes it; null if it cannot be read. */
  private static Instant instant(String time) {
    try {
      return time == null ? null : OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
