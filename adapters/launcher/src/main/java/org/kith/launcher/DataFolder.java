package org.kith.launcher;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import org.kith.Core;

/** {@code KITH_DATA}: all that must be kept, for the eyes of the program's own user alone. */
record DataFolder(Path path) {
  /** The folder as set; made if it is not there, and checked to be writable. */
  static DataFolder open(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    try {
      if (!Files.exists(absolute)) {
        Files.createDirectories(absolute, forOwner(absolute, "rwx------"));
      }
    } catch (FileAlreadyExistsException e) {
      throw new Refusal("KITH_DATA: part of " + absolute + " is a file, not a folder.", e);
    } catch (IOException e) {
      throw new Refusal(
          "KITH_DATA: the folder %s can't be made; make it, or set another.".formatted(absolute),
          e);
    }
    if (!Files.isDirectory(absolute) || !Files.isWritable(absolute)) {
      throw new Refusal(
          "KITH_DATA: %s is not a folder that %s may write to; change its owner, or set another."
              .formatted(absolute, System.getProperty("user.name")));
    }
    return new DataFolder(absolute);
  }

  /** The key that seals private details: a file of its own, so that a copy of one is not both. */
  Path sealingKey() {
    return path.resolve(Core.KEY_FILE);
  }

  /** How the running Kith is reached by its own commands. */
  Path running() {
    return path.resolve("running");
  }

  /** The browser room as it was left. */
  Path room() {
    return path.resolve("room.jsonl");
  }

  /** Writes a file that only the owner may read, whole or not at all. */
  static void writeForOwner(Path file, String text) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(draft, forOwner(draft, "rw-------"));
    Files.writeString(draft, text, StandardOpenOption.WRITE);
    Files.move(
        draft,
        file,
        java.nio.file.StandardCopyOption.ATOMIC_MOVE,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  /** What makes a new file or folder the owner's alone, where the file system knows owners. */
  static FileAttribute<?>[] forOwner(Path file, String permissions) {
    return knowsOwners(file)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /** True if somebody besides the owner may read the file or look into the folder. */
  static boolean othersMayRead(Path file) throws IOException {
    if (!knowsOwners(file)) {
      return false;
    }
    Set<PosixFilePermission> others = new HashSet<>(Files.getPosixFilePermissions(file));
    others.removeAll(PosixFilePermissions.fromString("rwx------"));
    return !others.isEmpty();
  }

  private static boolean knowsOwners(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
