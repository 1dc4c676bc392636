package org.kith.telegram;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Everything that is logged in this JVM, at every level, from its opening to its closing. */
final class Log implements AutoCloseable {
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level before = root.getLevel();
  private final ListAppender<ILoggingEvent> events = new ListAppender<>();

  Log() {
    events.setContext(root.getLoggerContext());
    events.start();
    root.addAppender(events);
    root.setLevel(Level.TRACE);
  }

  List<String> lines() {
    return List.copyOf(events.list).stream()
        .map(event -> event.getFormattedMessage() + " " + event.getThrowableProxy())
        .toList();
  }

  @Override
  public void close() {
    root.setLevel(before);
    root.detachAppender(events);
  }
}
