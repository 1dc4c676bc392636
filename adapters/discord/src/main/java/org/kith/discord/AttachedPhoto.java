package org.kith.discord;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.entities.Message;
import org.kith.command.Pictured;

/** A photo as somebody attached it to a command: fetched from Discord when it is wanted. */
final class AttachedPhoto {
  private static final Set<String> TYPES = Set.of("image/jpeg", "image/png");
  private static final long LONGEST_SECONDS = 10;

  private AttachedPhoto() {}

  /** What Discord says of it already, before it is fetched. */
  static Pictured of(Message.Attachment attached) {
    String type = attached.getContentType();
    return type == null || TYPES.contains(type)
        ? new Pictured.Offered(attached.getSize(), most -> fetch(attached, most))
        : new Pictured.Useless(Pictured.Why.NO_PHOTO);
  }

  private static byte[] fetch(Message.Attachment attached, int most) throws IOException {
    CompletableFuture<InputStream> coming =
        attached.getProxy().withClient(attached.getJDA().getHttpClient()).download();
    try (InputStream content = coming.copy().orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).join()) {
      return content.readNBytes(most);
    } catch (CompletionException e) {
      coming.cancel(true);
      throw new IOException("Discord does not hand out a file");
    }
  }
}
