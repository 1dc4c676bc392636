package org.kith.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {
  private static final String TELEGRAM = "123456789:QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE";
  private static final String DISCORD =
      "QUFBQUFBQUFBQUFBQUFBQUFB.Ym9vYm.Y2NjY2NjY2NjY2NjY2NjY2NjY2NjY2M";

  @Test
  void what_looks_like_a_token_is_hidden_whoever_it_belongs_to() {
    assertThat(SecretMask.mask("https://api.telegram.org/bot" + TELEGRAM + "/getupdates"))
        .isEqualTo("https://api.telegram.org/bot(hidden)/getupdates");
    assertThat(SecretMask.mask("Authorization: Bot " + DISCORD))
        .isEqualTo("Authorization: Bot (hidden)");
  }

  @Test
  void a_known_secret_of_any_shape_is_hidden() {
    SecretMask.hide(new Secret("correct horse battery"));

    assertThat(SecretMask.mask("it is correct horse battery!")).isEqualTo("it is (hidden)!");
  }

  @Test
  void a_password_in_an_address_is_hidden() {
    assertThat(SecretMask.mask("jdbc:postgresql://host/kith?user=kith&password=pw&ssl=true"))
        .isEqualTo("jdbc:postgresql://host/kith?user=kith&password=(hidden)&ssl=true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication.registerBot",
        "net.dv8tion.jda.internal.requests.WebSocketClient",
        "2026-11-22T08:00:00.123456789Z 12:30:45 #12"
      })
  void ordinary_lines_stay_readable(String line) {
    assertThat(SecretMask.mask(line)).isEqualTo(line);
  }

  @Test
  void a_log_line_holds_no_token_even_in_the_trace_of_an_exception() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Logger logger = loggingTo(out);

    logger.warn(
        "polling {} failed",
        "bot" + TELEGRAM,
        new IllegalStateException(
            "outer", new IOException("POST /bot" + TELEGRAM + "/getUpdates")));

    String logged = out.toString(StandardCharsets.UTF_8);
    assertThat(logged).contains("polling bot(hidden) failed", "POST /bot(hidden)/getUpdates");
    assertThat(logged).doesNotContain(TELEGRAM);
  }

  private static Logger loggingTo(ByteArrayOutputStream out) {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    MaskingEncoder encoder = new MaskingEncoder();
    encoder.setContext(context);
    encoder.setPattern("%msg%n%ex");
    encoder.start();
    OutputStreamAppender<ch.qos.logback.classic.spi.ILoggingEvent> appender =
        new OutputStreamAppender<>();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.setOutputStream(out);
    appender.start();
    Logger logger = context.getLogger("test");
    logger.addAppender(appender);
    return logger;
  }
}
