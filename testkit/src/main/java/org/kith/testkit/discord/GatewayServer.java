package org.kith.testkit.discord;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The socket below the {@link Gateway}. */
final class GatewayServer extends WebSocketServer {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayServer.class);

  private final Gateway gateway;
  private final CountDownLatch listening = new CountDownLatch(1);

  private GatewayServer(Gateway gateway) {
    super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    this.gateway = gateway;
    setReuseAddr(true);
    setTcpNoDelay(true);
    setConnectionLostTimeout(0);
    setDaemon(true);
  }

  static GatewayServer start(Gateway gateway) throws InterruptedException {
    GatewayServer server = new GatewayServer(gateway);
    server.start();
    if (!server.listening.await(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the gateway found no port to listen on");
    }
    gateway.setUrl("ws://127.0.0.1:" + server.getPort() + "/");
    return server;
  }

  @Override
  public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
      WebSocket socket, Draft draft, ClientHandshake request) throws InvalidDataException {
    if (gateway.isAway()) {
      throw new InvalidDataException(CloseFrame.TRY_AGAIN_LATER, "away");
    }
    return super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
  }

  @Override
  public void onOpen(WebSocket socket, ClientHandshake handshake) {
    gateway.opened(socket, handshake.getResourceDescriptor().contains("compress=zlib-stream"));
  }

  @Override
  public void onClose(WebSocket socket, int code, String reason, boolean remote) {
    boolean goodbye = remote && (code == CloseFrame.NORMAL || code == CloseFrame.GOING_AWAY);
    gateway.closed(socket, goodbye);
  }

  @Override
  public void onMessage(WebSocket socket, String message) {
    gateway.received(socket, message);
  }

  @Override
  public void onError(@Nullable WebSocket socket, Exception e) {
    LOG.debug("gateway: {}", e.toString());
  }

  @Override
  public void onStart() {
    listening.countDown();
  }
}
