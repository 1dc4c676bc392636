package org.kith.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.kith.store.DatabaseAddress;

/**
 * The file of an H2 database.
 *
 * @param path as H2 is told it, without the ending
 */
record DatabaseFile(Path path) {
  /** H2's own ending for its files. */
  static final String ENDING = ".mv.db";

  static DatabaseFile of(Settings settings) {
    return new DatabaseFile(Store.address(settings).h2Path().toAbsolutePath());
  }

  Path file() {
    return path.resolveSibling(path.getFileName() + ENDING);
  }

  /** The address of this file with the same user as that one. */
  DatabaseAddress address(DatabaseAddress same) {
    return new DatabaseAddress(Settings.H2 + "file:" + path, same.user(), same.password());
  }

  /** True if a process has it open: H2 holds a lock on it as long. */
  boolean isHeld() {
    if (!Files.exists(file())) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    } catch (IOException e) {
      throw new Refusal(file() + " can't be opened; check its permissions.", e);
    }
  }
}
