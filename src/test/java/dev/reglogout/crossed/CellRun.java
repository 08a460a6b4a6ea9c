package dev.reglogout.crossed;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.reglogout.cli.Machine;
import dev.reglogout.crossed.Cell.Erases;
import dev.reglogout.crossed.Cell.Lists;
import dev.reglogout.crossed.Cell.Named;
import dev.reglogout.crossed.Cell.Trace;
import dev.reglogout.store.Environment.Os;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One cell, run on a machine of its own, and judged by what is stored afterwards. */
final class CellRun {
  private static final Path HELPER = Path.of("src/test/resources/crossed/helper.sh");

  private final Cell cell;
  private final Path store;
  private final Machine machine;

  CellRun(Cell cell, Path directory) {
    this.cell = cell;
    this.store = directory.resolve("store");
    this.machine = new Machine(directory).os(cell.os()).config(cell.config());
    try {
      Files.createDirectory(store);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    install();
  }

  /** Runs the program, and returns what is wrong about what it did. */
  List<Fault> faults() {
    Machine.Result result = machine.run("--json", Cell.HOST);
    JsonObject report = JsonParser.parseString(result.out()).getAsJsonObject();
    boolean left = isStored(cell.key()) || secretIsInTheFile();
    List<Fault> faults = new ArrayList<>();
    if (result.exit() != 0 && result.exit() != 1) {
      faults.add(Fault.ODD_EXIT);
    }
    if (secretIsInTheFile()) {
      faults.add(Fault.INLINE_SECRET_LEFT);
    }
    if (result.exit() == 0 && left && NamedByDesign.of(cell, report) == null) {
      faults.add(Fault.LIE);
    }
    if (result.exit() == 1 && !left) {
      faults.add(Fault.FALSE_ALARM);
    }
    if (result.exit() == 1 && left && traceIsLost()) {
      faults.add(Fault.TRACE_LOST);
    }
    if (!isStored(Cell.BYSTANDER) && !mayLoseTheBystander(result)) {
      faults.add(Fault.BYSTANDER_LOST);
    }
    return faults;
  }

  private void install() {
    String name = cell.helper() + (cell.os() == Os.WINDOWS ? ".exe" : "");
    machine.script(
        name,
        "store='%s' entries='%s %s' list=%s erase=%s\n. '%s'"
            .formatted(
                store,
                cell.key(),
                Cell.BYSTANDER,
                Cell.word(cell.lists()),
                Cell.word(cell.erases()),
                HELPER.toAbsolutePath()));
    machine.variable("USERPROFILE", machine.home().toString());
    if (cell.named() == Named.BESIDE_A_URL) {
      machine.lister("other" + (cell.os() == Os.WINDOWS ? ".exe" : ""), "{}");
    }
    if (cell.helper().equals("pass")) { // a store that was initialised
      machine.write(machine.bin().resolve("pass"), "#!/bin/sh\n");
      machine.bin().resolve("pass").toFile().setExecutable(true);
      machine.write(machine.home().resolve(".password-store/.gpg-id"), "A1B2C3D4\n");
    }
    if (cell.helper().equals("secretservice")) { // a bus, and nothing to ask on it what is locked
      Path bus = machine.home().resolve("bus");
      machine.write(bus, "");
      machine.variable("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + bus);
    }
  }

  private boolean isStored(String key) {
    return !Files.exists(store.resolve(key.replace('/', '_')));
  }

  private boolean secretIsInTheFile() {
    return machine.configText().contains("\"auth\"");
  }

  private boolean traceIsLost() {
    return cell.trace() == Trace.PLACEHOLDER && !auths().has(cell.key());
  }

  private JsonObject auths() {
    JsonElement auths = JsonParser.parseString(machine.configText()).getAsJsonObject().get("auths");
    return auths == null ? new JsonObject() : auths.getAsJsonObject();
  }

  /**
   * Tells whether a helper that hits its neighbours did it where a list could show it, and the
   * program said so; or where no list shows it.
   */
  private boolean mayLoseTheBystander(Machine.Result result) {
    if (cell.erases() != Erases.HITS_ANOTHER) {
      return false;
    }
    boolean listed = cell.lists() == Lists.WORKS || cell.lists() == Lists.HIDES;
    return !listed || cell.isBridge() || (result.out() + result.err()).contains(Cell.BYSTANDER);
  }
}
