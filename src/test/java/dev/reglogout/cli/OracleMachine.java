package dev.reglogout.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The machine of one case: files and helpers as its setting has them. */
final class OracleMachine implements AutoCloseable {
  /** Nobody, under whose number no system has a user with files. */
  private static final int ORDINARY_USER = 65_534;

  private static final Path SCRIPTED =
      Path.of("src/test/resources/oracle/docker-credential-scripted");
  private static final Path SHARED_PART = Path.of("helpers-fixtures/fixture.sh");

  private final OracleCase oracleCase;
  private final Path directory;
  private final Machine machine;
  private final List<Path> readOnly = new ArrayList<>();
  private boolean mounted;

  /** Creates the machine in an empty directory. */
  OracleMachine(OracleCase oracleCase, Path directory) {
    this.oracleCase = oracleCase;
    this.directory = directory;
    this.machine = new Machine(directory);
  }

  /** Sets up files and helpers. */
  void setUp() throws IOException {
    setUpHelpers();
    setUpConfig();
    for (String key : oracleCase.stored()) {
      machine.entry(key, "ci", "s3cret");
    }
    if (oracleCase.needsOrdinaryUser() && isRoot()) {
      giveToOrdinaryUser();
    }
    for (Path closed : readOnly) {
      mode(closed, "r-x------");
    }
  }

  /** Returns what lies in the home. */
  Snapshot home() {
    return Snapshot.of(machine.home());
  }

  /** Returns the keys in the helpers' store. */
  List<String> entries() throws IOException {
    Path entries = directory.resolve("entries");
    if (!Files.exists(entries)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(entries)) {
      return files
          .map(file -> new String(HexFormat.of().parseHex(file.getFileName().toString()), UTF_8))
          .sorted()
          .toList();
    }
  }

  /** Returns the calls of helpers with this verb: what they were sent, in order. */
  List<String> calls(String verb) {
    return machine.calls().stream()
        .map(call -> call.split(" ", 3))
        .filter(words -> words[1].equals(verb))
        .map(words -> words[2])
        .toList();
  }

  /** Runs the program. */
  Machine.Result run(List<String> options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--config", configDirectory().toString()));
    arguments.addAll(options);
    arguments.addAll(oracleCase.options());
    arguments.addAll(oracleCase.arguments());
    if (!oracleCase.needsProcess()) {
      return machine.run(arguments.toArray(String[]::new));
    }
    List<String> prefix = new ArrayList<>();
    if (oracleCase.setting().equals("fsize0")) {
      prefix.addAll(List.of("sh", "-c", "ulimit -f 0; exec \"$@\"", "sh"));
    } else if (isRoot()) {
      String user = String.valueOf(ORDINARY_USER);
      prefix.addAll(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"));
    }
    return ProgramProcess.run(
        prefix, arguments, machine.variables(), directory.resolveSibling("classes"));
  }

  @Override
  public void close() throws IOException {
    if (mounted) {
      execute("umount", configDirectory().toString());
    }
    for (Path closed : readOnly) {
      mode(closed, "rwx------"); // so that an ordinary user, too, can delete what is in it
    }
  }

  private Path configDirectory() {
    return machine.configDirectory();
  }

  private void setUpHelpers() throws IOException {
    Path shared = Files.createDirectory(directory.resolve("lib"));
    Files.copy(SHARED_PART, shared.resolve(SHARED_PART.getFileName()));
    machine
        .variable("REGLOGOUT_FIXTURES", shared.toString())
        .variable("REGLOGOUT_FIXTURE_STORE", directory.resolve("entries").toString())
        .variable("REGLOGOUT_ORACLE_RULES", String.join("\n", oracleCase.rules()));
    helper("fake");
    switch (oracleCase.setting()) {
      case "noexec" -> mode(helper("noexec"), "rw-r--r--");
      case "helperbadinterp" -> Files.writeString(helper("badinterp"), "#!/no/such/interpreter\n");
      case "helperempty" -> Files.writeString(helper("empty"), "");
      case "helperdir" -> Files.createDirectory(program("docker-credential-directory"));
      case "defpass" -> {
        machine.passwordStore();
        helper("pass");
        Files.copy(SCRIPTED, program("pass"), StandardCopyOption.COPY_ATTRIBUTES);
      }
      default -> {
        // about the config file
      }
    }
  }

  private Path helper(String name) throws IOException {
    Path program = program("docker-credential-" + name);
    Files.copy(SCRIPTED, program);
    mode(program, "rwxr-xr-x");
    return program;
  }

  private Path program(String name) {
    return machine.bin().resolve(name);
  }

  private void setUpConfig() throws IOException {
    Path config = machine.config();
    Path target = machine.home().resolve("target");
    Path real = target.resolve("real.json");
    String setting = oracleCase.setting();
    switch (setting) {
      case "nodir" -> Files.delete(configDirectory());
      case "symlink_abs" -> Files.createSymbolicLink(config, write(real));
      case "symlink_rel" -> {
        write(real);
        Files.createSymbolicLink(config, Path.of("../target/real.json"));
      }
      case "symlink_chain" -> {
        write(real);
        Path between = target.resolve("between.json");
        Files.createSymbolicLink(between, Path.of("real.json"));
        Files.createSymbolicLink(config, between);
      }
      case "symlink_rodir" -> {
        Files.createSymbolicLink(config, write(real));
        readOnly.add(target);
      }
      case "dangling" -> Files.createSymbolicLink(config, real);
      case "loop" -> Files.createSymbolicLink(config, config);
      case "hardlink" ->
          Files.createLink(machine.home().resolve("second-name.json"), write(config));
      case "dirsymlink" -> {
        Files.delete(configDirectory());
        write(target.resolve("config.json"));
        Files.createSymbolicLink(configDirectory(), target);
      }
      case "rodir" -> {
        write(config);
        readOnly.add(configDirectory());
      }
      case "isdir" -> Files.createDirectory(config);
      case "fifo" -> execute("mkfifo", config.toString());
      case "devnull" -> Files.createSymbolicLink(config, Path.of("/dev/null"));
      case "leftover" -> {
        write(config);
        machine.write(config.resolveSibling("config.json1234567890"), "{\"auths\": {\"r\": {}}}");
      }
      case "enospc" -> fillDisk(config);
      default -> {
        if (oracleCase.config() != null) {
          write(config);
        }
        if (setting.startsWith("m0")) {
          Files.setAttribute(config, "unix:mode", Integer.parseInt(setting.substring(1), 8));
        }
      }
    }
  }

  private Path write(Path file) {
    machine.write(file, oracleCase.config());
    mode(file, "rw-------");
    return file;
  }

  /** Puts the config file on a file system of its own, and fills that. */
  private void fillDisk(Path config) throws IOException {
    FullDisk.mount(configDirectory());
    mounted = true;
    write(config);
    FullDisk.fill(configDirectory().resolve("filler"));
  }

  private void giveToOrdinaryUser() throws IOException {
    mode(directory.getParent(), "rwx--x--x");
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Files.setAttribute(path, "unix:uid", ORDINARY_USER, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", ORDINARY_USER, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  private boolean isRoot() throws IOException {
    return Files.getAttribute(directory.getParent(), "unix:uid").equals(0);
  }

  private static void execute(String... command) throws IOException {
    ProgramProcess.execute(List.of(command));
  }

  private static void mode(Path path, String mode) {
    try {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
