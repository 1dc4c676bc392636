package org.kith.discord;

import java.io.IOException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * Where the gateway is, asked from {@code GET gateway/bot}: JDA's own address is fixed. Sessions
 * are opened one after the other, five seconds apart, as Discord wants it of a bot whose {@code
 * max_concurrency} is one.
 */
final class GatewayAddress extends SessionControllerAdapter {
  private static final int UNAUTHORIZED = 401;

  private final Rest rest;

  GatewayAddress(Rest rest) {
    this.rest = rest;
  }

  /** The token is not one of Discord's; asking again would change nothing. */
  static final class TokenRefused extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    TokenRefused() {
      super("Discord refuses the token (KITH_DISCORD_TOKEN)");
    }
  }

  /** The address and the number of sessions that Discord recommends. */
  ShardedGateway ask() {
    try {
      Rest.Answer answer = rest.get("gateway/bot");
      if (answer.status() == UNAUTHORIZED) {
        throw new TokenRefused();
      }
      if (!answer.isOk()) {
        throw new IllegalStateException("GET gateway/bot was answered with " + answer.status());
      }
      DataObject body = answer.body();
      return new ShardedGateway(body.getString("url"), Math.max(1, body.getInt("shards", 1)));
    } catch (IOException e) {
      // JDA tries again only after an IllegalStateException.
      throw new IllegalStateException("GET gateway/bot was not answered: " + e.getMessage(), e);
    }
  }

  @Override
  public String getGateway() {
    return ask().getUrl();
  }

  @Override
  public ShardedGateway getShardedGateway(JDA api) {
    return ask();
  }

  @Override
  protected void runWorker() {
    synchronized (lock) {
      if (workerHandle == null) {
        workerHandle = new QueueWorker();
        workerHandle.setDaemon(true);
        workerHandle.start();
      }
    }
  }
}
