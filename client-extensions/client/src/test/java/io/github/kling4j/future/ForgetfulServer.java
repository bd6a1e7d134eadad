package io.github.kling4j.future;

import io.github.kling4j.testing.Fixtures;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** Gives one answer to all, and mostly knows nothing of the ids of callers. */
final class ForgetfulServer extends Dispatcher {
  private final AtomicInteger posts = new AtomicInteger();
  private volatile MockResponse answer = Fixtures.html(404);
  private volatile MockResponse search = Fixtures.html(404);

  /** Answers so from now on, to each request but that for the id of a caller. */
  void always(MockResponse answer) {
    this.answer = answer;
  }

  /** Answers so to who asks for the id of a caller. */
  void remembers(String body) {
    search = Fixtures.json(200, body);
  }

  int posts() {
    return posts.get();
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    if (request.getMethod().equals("POST")) {
      posts.incrementAndGet();
    } else if (Objects.requireNonNull(request.getUrl()).encodedPath().endsWith("/order-17")) {
      return search;
    }
    return answer;
  }
}
