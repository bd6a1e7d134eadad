package io.github.kling4j.testkit;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;

/** Keeps each request, and has the service answer it. */
final class GatewayDispatcher extends Dispatcher {
  private final MockWebServer server;
  private final GatewayService service;
  private final Queue<ReceivedRequest> received = new ConcurrentLinkedQueue<>();

  GatewayDispatcher(MockWebServer server, GatewayService service) {
    this.server = server;
    this.service = service;
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
    // The server queues each request for a reader that there isn't here.
    server.takeRequest(0, TimeUnit.SECONDS);
    Route route = Route.of(request.getMethod(), request.getUrl().pathSegments());
    received.add(new ReceivedRequest(request, route == null ? null : route.place()));
    MockResponse answer;
    try {
      answer = service.answer(route, request);
    } catch (RuntimeException e) {
      answer = service.error(new Refusal(VendorError.SERVER_ERROR, "kling4j-testkit: " + e));
    }
    MockResponse.Builder sent = answer.newBuilder();
    if (request.getMethod().equals("HEAD")) {
      sent.body(new Buffer()).headers(answer.getHeaders());
    }
    if ("close".equalsIgnoreCase(request.getHeaders().get("Connection"))) {
      sent.onResponseEnd(new SocketEffect.CloseSocket());
    }
    return sent.build();
  }

  List<ReceivedRequest> received() {
    return List.copyOf(received);
  }

  void clear() {
    received.clear();
  }
}
