package dev.reglogout.doctor;

import dev.reglogout.config.LoginFile;
import dev.reglogout.registry.RegistryKey;
import java.util.List;

/** Writes the logout that looks at certain files, as it is to be copied into a shell. */
final class LogoutWords {
  private LogoutWords() {}

  /** Returns the command in back-ticks, with the options without which it misses a file. */
  static String of(List<ReviewedFile> files, List<RegistryKey> keys) {
    StringBuilder command = new StringBuilder("`reglogout");
    boolean everywhere = false;
    for (ReviewedFile file : files) {
      LoginFile location = file.location();
      switch (location.origin()) {
        case OPTION -> command.append(" --config ").append(Shell.quoted(location.path()));
        case TOOL -> everywhere = true;
        default -> {} // a logout looks there anyway
      }
    }
    if (everywhere) {
      command.append(" --everywhere");
    }
    return command.append(' ').append(Names.servers(keys)).append('`').toString();
  }
}
