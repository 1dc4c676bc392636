package org.kith.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.kith.circle.Platform;
import org.kith.desk.Onlooker;
import org.kith.store.Database;

/**
 * {@code /metrics}, in Prometheus' text format: how much happens and how fast. No name, no id and
 * no place is in it, so that nobody can read from it who asked or who helped.
 */
final class Metrics implements HttpHandler, Onlooker {
  /** From a millisecond, which a commit takes, to Discord's three seconds. */
  private static final double[] BOUNDS = {.001, .002, .005, .01, .02, .05, .1, .2, .5, 1, 1.5, 3};

  private final PrometheusRegistry registry = new PrometheusRegistry();

  private final Counter commands =
      Counter.builder()
          .name("kith_commands_total")
          .help("Commands decided, by kind and by what came of it.")
          .labelNames("platform", "kind", "outcome")
          .register(registry);

  private final Histogram answers =
      Histogram.builder()
          .name("kith_answer_seconds")
          .help("From a command's arrival to its answer, which is on disk by then.")
          .unit(Unit.SECONDS)
          .classicOnly()
          .classicUpperBounds(BOUNDS)
          .register(registry);

  Metrics() {
    watch("jvm_memory_used_bytes", "Memory in use on the heap.", () -> heap().getUsed());
    watch("jvm_memory_committed_bytes", "Memory taken for the heap.", () -> heap().getCommitted());
    watch(
        "process_start_time_seconds",
        "When the process started, in seconds since 1970.",
        () -> ManagementFactory.getRuntimeMXBean().getStartTime() / 1000.0);
  }

  @Override
  public void decided(Platform platform, String kind, String outcome, Duration took) {
    commands.labelValues(label(platform.name()), label(kind), label(outcome)).inc();
    answers.observe(Unit.nanosToSeconds(took.toNanos()));
  }

  /**
   * What has been handed to the platforms.
   *
   * @param counts by platform and what it said, such as {@code DISCORD Sent}
   */
  void watchSends(Supplier<Map<String, Long>> counts) {
    CounterWithCallback.builder()
        .name("kith_sends_total")
        .help(
            "Messages handed to a platform, by what it said; too_late: reminders that never were.")
        .labelNames("platform", "outcome")
        .callback(counter ->
            counts
                .get()
                .forEach((name, count) -> {
                  String[] parts = name.split(" ", 2);
                  counter.call(count, label(parts[0]), label(parts[1]));
                }))
        .register(registry);
  }

  /** How much waits to be said, and how late what is due is. */
  void watchStore(Database database, InstantSource clock) {
    watch(
        "kith_outbox_rows",
        "What has been decided to be said but has not been said yet.",
        () -> database.read(tables -> tables.outbox().size()));
    watch(
        "kith_outbox_due_rows",
        "What could be said now and has not been said yet.",
        () -> database.read(tables -> tables.outbox().dueSize(clock.instant())));
    watch(
        "kith_due_lateness_seconds",
        "How long the oldest due work has been waiting; 0 if none is late.",
        () ->
            database
                .read(tables -> tables.due().next())
                .map(next -> Duration.between(next, clock.instant()).toMillis() / 1000.0)
                .map(late -> Math.max(0, late))
                .orElse(0.0));
    watch("kith_database_bytes", "The size of the H2 file; 0 on PostgreSQL.", database::size);
  }

  /** Which platforms are connected, 1 or 0 each. */
  void watchConnected(List<Connection> connections) {
    GaugeWithCallback.builder()
        .name("kith_connected")
        .help("1 while the platform is connected.")
        .labelNames("platform")
        .callback(gauge ->
            connections.forEach(one ->
                gauge.call(one.connected().getAsBoolean() ? 1 : 0, label(one.platform().name()))))
        .register(registry);
  }

  private void watch(String name, String help, DoubleSupplier figure) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(gauge -> gauge.call(figure.getAsDouble()))
        .register(registry);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrometheusTextFormatWriter.create()
        .write(text, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
    Front.answer(
        exchange,
        200,
        PrometheusTextFormatWriter.CONTENT_TYPE,
        text.toString(StandardCharsets.UTF_8));
  }

  private static MemoryUsage heap() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
  }

  /** {@code ShowDetails} becomes {@code show_details}. */
  private static String label(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
