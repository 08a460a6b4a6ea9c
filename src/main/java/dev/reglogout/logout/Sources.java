package dev.reglogout.logout;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.reglogout.config.ConfigSearch;
import dev.reglogout.config.DockerFormat;
import dev.reglogout.config.DockercfgFormat;
import dev.reglogout.config.InlineStore;
import dev.reglogout.config.LoginFile;
import dev.reglogout.config.Origin;
import dev.reglogout.store.Environment;
import dev.reglogout.store.StopSignal;
import dev.reglogout.store.StoreException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Reads the config files of one run, each once, however many names it has. */
final class Sources implements ConfigSearch.Finder {
  private final boolean withUsers;
  private final StopSignal stop;
  private final ConfigSearch search;
  private final List<Warning> warnings = new ArrayList<>();
  private List<ConfigSource> sources = new ArrayList<>();

  Sources(Environment environment, boolean withUsers, StopSignal stop) {
    this.withUsers = withUsers;
    this.stop = stop;
    this.search = new ConfigSearch(environment, this);
  }

  /**
   * Reads the files to work on.
   *
   * @param configs paths of files or of their directories; none means docker's own
   * @param everywhere whether podman's and Helm's files are meant, too
   */
  List<ConfigSource> read(List<String> configs, boolean everywhere) {
    search.find(configs, everywhere);
    return sources;
  }

  /** Returns the files of podman and Helm that have not been read yet, and can be. */
  List<ConfigSource> others() {
    sources = new ArrayList<>(); // those read before stay what they are
    search.findOthers();
    sources.removeIf(source -> source.document().isEmpty());
    return sources;
  }

  /** Returns what was noticed on the way. */
  List<Warning> warnings() {
    return warnings;
  }

  @Override
  public void found(LoginFile location) {
    boolean dockers = location.format() == DockerFormat.INSTANCE;
    if (!dockers && location.format() != DockercfgFormat.INSTANCE) {
      return; // other forms are read by the survey
    }
    if (location.origin() == Origin.TOOL && Files.notExists(location.path(), NOFOLLOW_LINKS)) {
      return;
    }
    sources.add(ConfigSource.read(new InlineStore(location, withUsers, stop)));
  }

  @Override
  public void missing(String name, StoreException problem) {
    sources.add(ConfigSource.missing(name, problem));
  }

  @Override
  public void noticed(String id, String text) {
    warnings.add(new Warning(id, text, false));
  }
}
