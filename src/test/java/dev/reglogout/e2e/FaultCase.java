package dev.reglogout.e2e;

import java.util.List;
import java.util.stream.Stream;

/**
 * A file that cannot be changed as usual, and what is to become of it.
 *
 * @param name what is wrong with it
 * @param before what a shell does before the run; {@code $file}, {@code $folder} and {@code
 *     $spare}, an empty folder, are set
 * @param injected what strace makes of system calls; empty for none
 * @param user who runs the program
 * @param exit the exit code
 * @param end what becomes of the file
 * @param says what is said on stderr, or on stdout if all is well
 */
record FaultCase(
    String name, String before, List<String> injected, User user, int exit, End end, String says) {

  /** Who runs the program. */
  enum User {
    /** Whoever runs the tests. */
    ANY,
    /** The same, in a namespace of its own, where file systems can be mounted. */
    NAMESPACE,
    /** Root prepares the file, and an ordinary user whose directory it is runs the program. */
    ORDINARY
  }

  /** What becomes of the file. */
  enum End {
    REPLACED("replaced"),
    IN_PLACE("cut in place"),
    AS_IT_WAS("as it was"),
    /** There is no regular file at all, and none is made. */
    NO_FILE("not opened");

    final String words;

    End(String words) {
      this.words = words;
    }
  }

  /** Returns all that are tried. */
  static List<FaultCase> all() {
    return Stream.of(mounted(), immutable(), systemCalls(), others(), notFiles())
        .flatMap(List::stream)
        .toList();
  }

  private static List<FaultCase> mounted() {
    String small = "mount -t tmpfs -o size=64k,mode=0700 none $folder; cp -p $spare/c $file; ";
    return List.of(
        apart(
            "disk full",
            small + "cat /dev/zero >$folder/filler 2>/dev/null; true",
            0,
            End.IN_PLACE,
            ""),
        apart(
            "file system read-only",
            small + "mount -o remount,ro $folder",
            1,
            End.AS_IT_WAS,
            "read-only file system"),
        apart(
            "file mounted into a read-only directory",
            small + "mount --bind $spare/c $file; mount -o remount,ro $folder",
            0,
            End.IN_PLACE,
            ""),
        apart(
            "file mounted by itself (EBUSY)", "mount --bind $spare/c $file", 0, End.IN_PLACE, ""));
  }

  private static List<FaultCase> immutable() {
    return List.of(
        apart("file immutable", "chattr +i $file", 1, End.AS_IT_WAS, "lsattr, then chattr -i"),
        apart("file append-only", "chattr +a $file", 1, End.AS_IT_WAS, "operation not permitted"),
        apart("directory immutable", "chattr +i $folder", 0, End.IN_PLACE, ""));
  }

  private static List<FaultCase> systemCalls() {
    return List.of(
        strace("EXDEV at rename", 0, End.IN_PLACE, "", "rename:error=EXDEV"),
        strace("EACCES at rename", 0, End.IN_PLACE, "", "rename:error=EACCES"),
        strace("EIO at rename", 0, End.IN_PLACE, "", "rename:error=EIO"),
        strace("EIO at the first fsync", 0, End.IN_PLACE, "", "fsync:error=EIO:when=1"),
        strace("ENOSPC at the first fsync", 0, End.IN_PLACE, "", "fsync:error=ENOSPC:when=1"),
        strace("EDQUOT at the first fsync", 0, End.IN_PLACE, "", "fsync:error=EDQUOT:when=1"),
        strace("EIO at every fsync", 1, End.IN_PLACE, "input/output error", "fsync:error=EIO"),
        strace("EPERM at chmod", 0, End.IN_PLACE, "", "chmod,fchmod,fchmodat:error=EPERM"),
        strace(
            "EBUSY at rename, EIO in place",
            1,
            End.AS_IT_WAS,
            "device or resource busy",
            "rename:error=EBUSY",
            "pwrite64:error=EIO"));
  }

  private static List<FaultCase> others() {
    return List.of(
        ordinary("root's file, readable", "chown 0:0 $file", 0, End.REPLACED, ""),
        ordinary(
            "root's file, private",
            "chown 0:0 $file; chmod 600 $file",
            1,
            End.AS_IT_WAS,
            "permission denied"),
        any("several hard links", "ln $file $spare/other", 0, End.IN_PLACE, ""),
        any("link", "mv $file $spare/c; ln -s $spare/c $file", 0, End.REPLACED, ""));
  }

  private static List<FaultCase> notFiles() {
    String gone = "rm $file; ";
    return List.of(
        any("named pipe", gone + "mkfifo $file", 1, End.NO_FILE, "it is no regular file"),
        any("directory", gone + "mkdir $file", 1, End.NO_FILE, "it is a directory"),
        any("device", gone + "ln -s /dev/zero $file", 1, End.NO_FILE, "it is no regular file"),
        any("null device", gone + "ln -s /dev/null $file", 0, End.NO_FILE, "Not logged in"),
        any("link loop", gone + "ln -s $file $file", 1, End.NO_FILE, "too many levels"),
        any("dangling link", gone + "ln -s $spare/x $file", 0, End.NO_FILE, "Not logged in"),
        any("no file", "rm $file", 0, End.NO_FILE, "Not logged in"));
  }

  private static FaultCase apart(String name, String before, int exit, End end, String says) {
    return new FaultCase(name, before, List.of(), User.NAMESPACE, exit, end, says);
  }

  private static FaultCase ordinary(String name, String before, int exit, End end, String says) {
    return new FaultCase(name, before, List.of(), User.ORDINARY, exit, end, says);
  }

  private static FaultCase any(String name, String before, int exit, End end, String says) {
    return new FaultCase(name, before, List.of(), User.ANY, exit, end, says);
  }

  private static FaultCase strace(String name, int exit, End end, String says, String... injected) {
    // another mode than that of a new file, so that it has to be given one
    String before = "chmod 640 $file";
    return new FaultCase(name, before, List.of(injected), User.ANY, exit, end, says);
  }

  @Override
  public String toString() {
    return name;
  }
}
