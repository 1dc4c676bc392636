package org.kith.rules;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Everything that is logged while it is open, exceptions included. */
final class LogWatch extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final List<String> lines = new ArrayList<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

  private LogWatch() {
    setContext(root.getLoggerContext());
  }

  static LogWatch begin() {
    LogWatch watch = new LogWatch();
    watch.start();
    watch.root.addAppender(watch);
    return watch;
  }

  /** All lines so far. */
  List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  /** What went wrong so far: lines of level error. */
  List<String> errors() {
    return lines().stream().filter(line -> line.startsWith("ERROR")).toList();
  }

  @Override
  protected void append(ILoggingEvent event) {
    StringBuilder line = new StringBuilder(event.getLevel() + " " + event.getFormattedMessage());
    for (IThrowableProxy at = event.getThrowableProxy(); at != null; at = at.getCause()) {
      line.append(" | ").append(at.getClassName()).append(": ").append(at.getMessage());
    }
    synchronized (lines) {
      lines.add(line.toString());
    }
  }

  @Override
  public void close() {
    root.detachAppender(this);
    stop();
  }
}
