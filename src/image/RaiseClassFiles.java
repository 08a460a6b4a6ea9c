import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.JSRInlinerAdapter;

/**
 * Copies a jar with its class files raised to the version of Java 17, stack map frames added.
 *
 * <p>picocli's are of Java 5, which a start-up cache cannot link ahead. Its module descriptor, kept
 * under META-INF/versions, moves to the root, and is left as it is. Run from its source, with ASM on
 * the class path: {@code java -cp asm.jar:asm-commons.jar:… RaiseClassFiles.java OLD.jar NEW.jar}.
 */
final class RaiseClassFiles {
  private static final int VERSION = Opcodes.V17;
  private static final String VERSIONS = "META-INF/versions/";
  private static final String DESCRIPTOR = "module-info.class";

  public static void main(String[] arguments) throws IOException {
    Path from = Path.of(arguments[0]);
    Path to = Path.of(arguments[1]);
    URL[] url = {from.toUri().toURL()};
    try (JarFile jar = new JarFile(from.toFile());
        URLClassLoader classes = new URLClassLoader(url);
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        boolean descriptor = entry.getName().endsWith("/" + DESCRIPTOR);
        String name = descriptor ? DESCRIPTOR : entry.getName();
        if (entry.isDirectory() || (name.startsWith(VERSIONS) && !descriptor)) {
          continue;
        }
        byte[] content;
        try (InputStream in = jar.getInputStream(entry)) {
          content = in.readAllBytes();
        }
        ZipEntry copy = new ZipEntry(name);
        copy.setTime(0); // the same bytes at every build
        out.putNextEntry(copy);
        boolean raise = name.endsWith(".class") && !name.equals(DESCRIPTOR);
        out.write(raise ? raised(content, classes) : content);
      }
    }
  }

  private static byte[] raised(byte[] content, ClassLoader classes) {
    ClassReader reader = new ClassReader(content);
    ClassWriter writer = new FrameWriter(classes);
    // code that jumps into subroutines, as compilers of Java 5 wrote it, has no frames
    ClassVisitor raising =
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public void visit(
              int version, int access, String name, String signature, String parent, String[] all) {
            super.visit(Math.max(version, VERSION), access, name, signature, parent, all);
          }

          @Override
          public MethodVisitor visitMethod(
              int access, String name, String type, String signature, String[] thrown) {
            MethodVisitor method = super.visitMethod(access, name, type, signature, thrown);
            return new JSRInlinerAdapter(method, access, name, type, signature, thrown);
          }
        };
    reader.accept(raising, ClassReader.SKIP_FRAMES);
    return writer.toByteArray();
  }

  /** Computes frames; where two types meet, it looks at the jar's own classes for what they share. */
  private static final class FrameWriter extends ClassWriter {
    private final ClassLoader classes;

    FrameWriter(ClassLoader classes) {
      super(ClassWriter.COMPUTE_FRAMES);
      this.classes = classes;
    }

    @Override
    protected ClassLoader getClassLoader() {
      return classes;
    }

    @Override
    protected String getCommonSuperClass(String one, String other) {
      try {
        return super.getCommonSuperClass(one, other);
      } catch (TypeNotPresentException e) {
        return "java/lang/Object"; // a class of a library that is optional
      }
    }
  }
}
