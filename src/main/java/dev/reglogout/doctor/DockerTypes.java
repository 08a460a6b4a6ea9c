package dev.reglogout.doctor;

import dev.reglogout.config.JsonValue;
import dev.reglogout.config.JsonValue.Kind;
import dev.reglogout.config.Tool;
import dev.reglogout.registry.RegistryKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which type docker wants each member of its config file to have.
 *
 * <p>One of another type makes docker 28.2.2 complain, stop reading, and empty every login it has
 * not read at its next login or logout. The names ignore case; members it does not know are passed
 * over; {@code null} fits everywhere.
 */
final class DockerTypes {
  private static final Shape TEXT = new Shape(Kind.TEXT, null, Map.of());
  private static final Shape TEXTS = new Shape(Kind.LIST, TEXT, Map.of());
  private static final Shape TEXT_BY_NAME = new Shape(Kind.OBJECT, TEXT, Map.of());
  private static final Shape AUTHS =
      new Shape(
          Kind.OBJECT,
          fields(
              TEXT,
              "username",
              "password",
              "auth",
              "email",
              "serveraddress",
              "identitytoken",
              "registrytoken"),
          Map.of());
  private static final Shape PROXIES =
      new Shape(
          Kind.OBJECT,
          fields(TEXT, "httpProxy", "httpsProxy", "noProxy", "ftpProxy", "allProxy"),
          Map.of());

  private static final Shape DOCKERS = dockers();
  private static final Shape HELMS =
      new Shape(
          Kind.OBJECT,
          null,
          ignoringCase(Map.of("auths", AUTHS, "credHelpers", TEXT_BY_NAME, "credsStore", TEXT)));
  private static final Shape PODMANS =
      new Shape(
          Kind.OBJECT, null, ignoringCase(Map.of("auths", AUTHS, "credHelpers", TEXT_BY_NAME)));

  private DockerTypes() {}

  /**
   * What a value has to be.
   *
   * @param each what each of its members or elements has to be, or null
   * @param fields what its members of these names have to be
   */
  private record Shape(Kind kind, Shape each, Map<String, Shape> fields) {}

  /** Returns whether docker knows a member of the file's own object. */
  static boolean knows(JsonValue member) {
    return DOCKERS.fields().containsKey(member.name());
  }

  /** Returns what is wrong with the first value that has another type than its reader wants. */
  static Optional<String> firstWrong(Tool owner, List<JsonValue> members) {
    Shape shape =
        switch (owner) {
          case DOCKER -> DOCKERS;
          case HELM -> HELMS;
          default -> PODMANS;
        };
    return members.stream()
        .map(member -> wrongMember(shape, member, ""))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> wrongMember(Shape shape, JsonValue member, String path) {
    Shape field = shape.fields().getOrDefault(member.name(), shape.each());
    if (field == null) {
      return Optional.empty();
    }
    String name = RegistryKey.of(member.name()).masked();
    boolean plain = shape.each() == null;
    String dot = path.isEmpty() ? "" : ".";
    return wrong(field, member, path + (plain ? dot + name : "[\"" + name + "\"]"));
  }

  private static Optional<String> wrong(Shape shape, JsonValue value, String path) {
    if (value.kind() == Kind.NULL) {
      return Optional.empty();
    }
    if (value.kind() != shape.kind()) {
      return Optional.of(
          "line %s: %s is %s, and has to be %s"
              .formatted(value.line(), path, value.kind().words(), shape.kind().words()));
    }
    return value.kind() == Kind.LIST
        ? value.elements().stream()
            .map(element -> wrong(shape.each(), element, path + "[]"))
            .flatMap(Optional::stream)
            .findFirst()
        : value.members().stream()
            .map(member -> wrongMember(shape, member, path))
            .flatMap(Optional::stream)
            .findFirst();
  }

  private static Shape dockers() {
    Map<String, Shape> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(
        fields(
                TEXT,
                "psFormat",
                "imagesFormat",
                "networksFormat",
                "pluginsFormat",
                "volumesFormat",
                "statsFormat",
                "detachKeys",
                "credsStore",
                "serviceInspectFormat",
                "servicesFormat",
                "tasksFormat",
                "secretFormat",
                "configFormat",
                "nodesFormat",
                "currentContext",
                "experimental")
            .fields());
    for (String name : List.of("HttpHeaders", "credHelpers", "aliases", "features")) {
      all.put(name, TEXT_BY_NAME);
    }
    for (String name : List.of("pruneFilters", "cliPluginsExtraDirs")) {
      all.put(name, TEXTS);
    }
    all.put("auths", AUTHS);
    all.put("proxies", PROXIES);
    all.put("plugins", new Shape(Kind.OBJECT, TEXT_BY_NAME, Map.of()));
    return new Shape(Kind.OBJECT, null, all);
  }

  private static Shape fields(Shape shape, String... names) {
    Map<String, Shape> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String name : names) {
      fields.put(name, shape);
    }
    return new Shape(Kind.OBJECT, null, fields);
  }

  private static Map<String, Shape> ignoringCase(Map<String, Shape> fields) {
    Map<String, Shape> ignoring = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    ignoring.putAll(fields);
    return ignoring;
  }
}
