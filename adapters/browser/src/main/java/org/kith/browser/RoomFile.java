package org.kith.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * What the room must know again after a restart, one JSON object a line. A line is on disk when
 * {@link #append} returns; one that a crash tore off at the end is as if it had never been. Not
 * safe between threads.
 */
final class RoomFile implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path path;
  private FileChannel channel;
  private long end;

  private RoomFile(Path path, FileChannel channel, long end) {
    this.path = path;
    this.channel = channel;
    this.end = end;
  }

  /** Everything that the file says, in order; nothing if there is no file. */
  static List<Happening> read(Path path) {
    if (!Files.exists(path)) {
      return List.of();
    }
    String all;
    try {
      all = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " can't be read", e);
    }
    List<Happening> found = new ArrayList<>();
    int from = 0;
    // What follows the last line break was torn off by a crash: nobody was told of it.
    for (int to = all.indexOf('\n'); to >= 0; to = all.indexOf('\n', from)) {
      found.add(parse(path, found.size() + 1, all.substring(from, to)));
      from = to + 1;
    }
    return found;
  }

  /** Begins the file anew with these lines alone; the old one is replaced in one step. */
  static RoomFile begin(Path path, List<Happening> lines) {
    Path next = path.resolveSibling(path.getFileName() + ".new");
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.deleteIfExists(next);
      Files.createFile(next);
      if (Files.getFileStore(next).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-------"));
      }
      RoomFile file = new RoomFile(path, FileChannel.open(next, StandardOpenOption.WRITE), 0);
      file.write(lines);
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(path + " can't be written", e);
    }
  }

  /**
   * Adds a line and waits until it is on disk.
   *
   * @throws UncheckedIOException if the disk does not take it; then nothing was added
   */
  void append(Happening line) {
    try {
      write(List.of(line));
    } catch (IOException e) {
      cutBack();
      throw new UncheckedIOException(path + " can't be written", e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(path + " can't be closed", e);
    }
  }

  private void write(List<Happening> lines) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Happening line : lines) {
      text.append(JSON.writeValueAsString(line)).append('\n');
    }
    ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
    long at = end;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
    channel.force(false);
    end = at;
  }

  /** Half a line in the middle would make the file unreadable. */
  private void cutBack() {
    try {
      if (!channel.isOpen()) {
        channel = FileChannel.open(path, StandardOpenOption.WRITE);
      }
      channel.truncate(end);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " can't be written", e);
    }
  }

  private static Happening parse(Path path, int number, String line) {
    try {
      return JSON.readValue(line, Happening.class);
    } catch (JsonProcessingException e) {
      // Only the place is told: the line itself may hold what somebody was told privately.
      throw new IllegalStateException(
          path
              + " line "
              + number
              + " is no line of a room: move the file away to begin with an empty room");
    }
  }
}
