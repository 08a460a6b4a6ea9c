package dev.reglogout.cli;

import dev.reglogout.logout.Inventory;
import dev.reglogout.logout.StoreProblem;
import dev.reglogout.logout.StoredCredential;
import dev.reglogout.registry.InvalidRegistryException;
import dev.reglogout.registry.Registry;
import dev.reglogout.store.Warning;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Prints an inventory for people: a table on stdout, what could not be asked on stderr. */
final class InventoryText {
  private static final String PLAIN = "!";
  private static final String SHADOWED = "!!";

  private final Context context;

  InventoryText(Context context) {
    this.context = context;
  }

  void print(Inventory inventory) {
    if (!inventory.credentials().isEmpty()) {
      printTable(inventory.credentials());
    }
    boolean complete = inventory.problems().isEmpty();
    inventory.missing().forEach(registry -> printMissing(registry, complete));
    if (inventory.credentials().isEmpty() && inventory.missing().isEmpty()) {
      line(
          complete
              ? "Nothing is stored."
              : "Nothing was found, but not all stores could be asked.");
    }
    inventory.leftOut().forEach((store, entries) -> line(leftOut(store, entries)));
    printProblems(inventory);
  }

  /** Prints the names of the registries that something is stored for, each once. */
  void printNames(Inventory inventory) {
    Set<String> names = new LinkedHashSet<>();
    int unnamed = 0;
    for (StoredCredential credential : inventory.credentials()) {
      if (credential.isStored()) {
        if (isServer(credential.registry())) {
          names.add(credential.registry());
        } else {
          unnamed++;
        }
      }
    }
    names.forEach(context.out()::println);
    printProblems(inventory);
    if (unnamed > 0) {
      complain(
          "left out: %s whose registry cannot be given as a SERVER; `reglogout list` shows what it is"
              .formatted(entries(unnamed)));
    }
  }

  /** Returns whether a name can be given to a logout, also by xargs, which reads quotes. */
  static boolean isServer(String name) {
    boolean acts = !Shown.text(name).equals(name);
    if (acts || name.chars().anyMatch(c -> c == '\'' || c == '"' || c == '\\')) {
      return false;
    }
    try {
      return Registry.parse(name).identity().equals(name);
    } catch (InvalidRegistryException e) {
      return false;
    }
  }

  private void printTable(List<StoredCredential> credentials) {
    boolean marks = credentials.stream().anyMatch(StoredCredential::plainText);
    boolean keys = credentials.stream().anyMatch(c -> !key(c).isEmpty());
    TextTable table = new TextTable();
    if (marks) {
      table.column("", TextTable.Cut.END);
    }
    table.column("REGISTRY", TextTable.Cut.END);
    table.column("USER", TextTable.Cut.END);
    table.column("KIND", TextTable.Cut.END);
    table.column("WHERE", TextTable.Cut.START);
    if (keys) {
      table.column("KEY", TextTable.Cut.END);
    }
    for (StoredCredential credential : credentials) {
      List<String> cells = new ArrayList<>();
      if (marks) {
        cells.add(mark(credential));
      }
      cells.add(credential.registry() == null ? "(any)" : Shown.text(credential.registry()));
      cells.add(credential.user() == null ? "-" : Shown.text(credential.user()));
      cells.add(credential.kind().id());
      cells.add(Shown.text(credential.store()));
      if (keys) {
        cells.add(key(credential));
      }
      table.row(cells);
    }
    table.lines(context.columns()).forEach(this::line);
    if (marks) {
      line("");
      printLegend(credentials);
    }
  }

  private void printLegend(List<StoredCredential> credentials) {
    if (credentials.stream().anyMatch(c -> mark(c).equals(PLAIN))) {
      line(PLAIN + "  in plain text");
    }
    if (credentials.stream().anyMatch(c -> mark(c).equals(SHADOWED))) {
      line(SHADOWED + " in plain text despite a helper");
    }
  }

  private static String mark(StoredCredential credential) {
    if (!credential.plainText()) {
      return "";
    }
    return credential.shadowed() ? SHADOWED : PLAIN;
  }

  /** Returns the key where it tells more than the registry. */
  private static String key(StoredCredential credential) {
    if (credential.key() == null) {
      return "";
    }
    String key = credential.key().masked();
    return key.equals(credential.registry()) ? "" : Shown.text(key);
  }

  private void printMissing(Registry registry, boolean complete) {
    String name = Shown.text(registry.displayName());
    line(
        complete
            ? "Nothing is stored for " + name + "."
            : "Nothing was found for " + name + ", but not all stores could be asked.");
  }

  private static String leftOut(String store, int entries) {
    return "left out in %s: %s that %s no registry login%s"
        .formatted(
            Shown.text(store),
            entries(entries),
            entries == 1 ? "is" : "are",
            entries == 1 ? "" : "s");
  }

  private static String entries(int count) {
    return count == 1 ? "1 entry" : count + " entries";
  }

  private void printProblems(Inventory inventory) {
    context.out().flush(); // so that stdout and stderr stand in order where they meet
    inventory.problems().stream().map(StoreProblem::text).forEach(this::complain);
    inventory.warnings().stream().map(Warning::text).forEach(this::complain);
  }

  private void complain(String text) {
    TextReport.complain(context.err(), text, context.coloursOnStderr());
  }

  private void line(String text) {
    context.out().println(text);
  }
}
