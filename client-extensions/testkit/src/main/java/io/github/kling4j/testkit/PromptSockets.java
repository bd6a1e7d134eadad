package io.github.kling4j.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ServerSocketFactory;

/**
 * Server sockets that send at once. MockWebServer writes an answer's head and body apart; with
 * Nagle's algorithm the body would wait 40 ms for the head's acknowledgement. The gateway uses
 * them; for a server of your own there is {@code MockWebServer.setServerSocketFactory}.
 */
public final class PromptSockets extends ServerSocketFactory {
  /** Creates a factory. */
  public PromptSockets() {}

  @Override
  public ServerSocket createServerSocket() throws IOException {
    return new PromptServerSocket();
  }

  @Override
  public ServerSocket createServerSocket(int port) throws IOException {
    throw new UnsupportedOperationException();
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) throws IOException {
    throw new UnsupportedOperationException();
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
      throws IOException {
    throw new UnsupportedOperationException();
  }

  private static final class PromptServerSocket extends ServerSocket {
    PromptServerSocket() throws IOException {}

    @Override
    public Socket accept() throws IOException {
      Socket socket = super.accept();
      socket.setTcpNoDelay(true);
      return socket;
    }
  }
}
