package org.kith.launcher;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A pattern encoder for {@code logback.xml} whose finished line, stack trace and all, goes through
 * {@link SecretMask}: no pattern and no library can bring a token into the log.
 */
public final class MaskingEncoder extends PatternLayoutEncoder {
  @Override
  public byte[] encode(ILoggingEvent event) {
    Charset charset = getCharset() == null ? StandardCharsets.UTF_8 : getCharset();
    return SecretMask.mask(getLayout().doLayout(event)).getBytes(charset);
  }
}
