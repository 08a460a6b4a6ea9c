package dev.reglogout.cli;

import dev.reglogout.logout.Inventory;
import dev.reglogout.logout.Logout;
import dev.reglogout.logout.LogoutSettings;

/** Shows what is stored, and where. */
final class ListCommand {
  private final Context context;
  private final ListArguments arguments;

  ListCommand(Context context, ListArguments arguments) {
    this.context = context;
    this.arguments = arguments;
  }

  /** Returns the exit code. */
  int run() throws UsageException {
    LogoutSettings settings =
        context.settings(
            arguments.configs(),
            arguments.everywhere(),
            arguments.limit(),
            arguments.verbose(),
            arguments.json() || arguments.quiet());
    Logout logout = Logout.in(context.environment(), settings);
    SharedArguments.check(arguments.registries(), logout);
    Inventory inventory = logout.inventory(arguments.registries());
    int exitCode = exitCode(inventory);
    if (context.stop().requested()) {
      return exitCode; // the signal decides how the program ends, and has been told of
    }
    if (arguments.json()) {
      InventoryJson.print(context.out(), inventory, exitCode);
    } else if (arguments.quiet()) {
      new InventoryText(context).printNames(inventory);
    } else {
      new InventoryText(context).print(inventory);
    }
    return exitCode;
  }

  private int exitCode(Inventory inventory) {
    if (inventory.anythingStored()) {
      return ExitCode.DONE;
    }
    if (!inventory.problems().isEmpty()) {
      return ExitCode.CANNOT_TELL;
    }
    return arguments.registries().isEmpty() ? ExitCode.DONE : ExitCode.NOTHING_STORED;
  }
}
