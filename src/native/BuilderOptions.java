import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Prints, as a file of options for java, what the builder of the native program may see of the JDK.
 *
 * <p>Its modules use packages that the JDK exports to nobody. Which there are differs from JDK to
 * JDK, so they are read from the JDK that this runs in. Arguments: the folders of the builder's jars.
 */
final class BuilderOptions {
  private BuilderOptions() {}

  public static void main(String[] arguments) {
    Set<String> builder = new TreeSet<>();
    for (String folder : arguments) {
      for (ModuleReference module : ModuleFinder.of(Path.of(folder)).findAll()) {
        builder.add(module.descriptor().name());
      }
    }
    String readers = String.join(",", builder);
    List<ModuleDescriptor> jdk =
        ModuleFinder.ofSystem().findAll().stream()
            .map(ModuleReference::descriptor)
            .filter(module -> !builder.contains(module.name()) && isLoaded(module.name()))
            .sorted(Comparator.comparing(ModuleDescriptor::name))
            .toList();
    for (ModuleDescriptor module : jdk) {
      Set<String> open =
          module.exports().stream()
              .filter(export -> !export.isQualified())
              .map(ModuleDescriptor.Exports::source)
              .collect(Collectors.toSet());
      for (String hidden : new TreeSet<>(module.packages())) {
        if (!open.contains(hidden)) {
          System.out.println("--add-exports=" + module.name() + "/" + hidden + "=" + readers);
        }
      }
    }
  }

  /** Returns whether a module is among those that are loaded where no other is asked for. */
  private static boolean isLoaded(String module) {
    return module.equals("jdk.internal.vm.ci") || ModuleLayer.boot().findModule(module).isPresent();
  }
}
