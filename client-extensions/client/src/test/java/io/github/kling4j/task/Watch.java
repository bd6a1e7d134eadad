package io.github.kling4j.task;

import io.github.kling4j.testing.Fixtures;
import io.github.kling4j.testkit.KlingGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;

/** Sees each request as it goes over the wire, and tells creates when they are to be killed. */
final class Watch extends EventListener implements Interceptor {
  private final KlingGateway gateway;
  private final Map<String, Shot> shots = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> postsTooMany = new ConcurrentLinkedQueue<>();

  Watch(KlingGateway gateway) {
    this.gateway = gateway;
  }

  OkHttpClient client(Duration patience) {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .readTimeout(patience)
            .eventListener(this)
            .addNetworkInterceptor(this)
            .build();
    http.dispatcher().setMaxRequestsPerHost(64);
    return http;
  }

  void add(Shot shot) {
    shots.put(shot.externalId, shot);
  }

  /** Returns the creates that were posted when their task had been made. */
  List<String> postsTooMany() {
    return List.copyOf(postsTooMany);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    if (chain.request().method().equals("POST")) {
      String prompt = (String) members(chain.request()).get("prompt");
      if (!gateway.paidTasks(prompt).isEmpty()) {
        postsTooMany.add(prompt);
      }
    }
    return chain.proceed(chain.request());
  }

  @Override
  public void requestHeadersStart(Call call) {
    at(call, call.request().method().equals("POST") ? Shot.Moment.POST_BEGINS : null);
    at(call, call.request().method().equals("GET") ? Shot.Moment.TASK_IS_SEARCHED : null);
  }

  @Override
  public void requestBodyEnd(Call call, long bytes) {
    at(call, Shot.Moment.POST_IS_SENT);
  }

  @Override
  public void responseHeadersEnd(Call call, Response response) {
    at(call, call.request().method().equals("POST") ? Shot.Moment.ANSWER_IS_HERE : null);
  }

  private void at(Call call, Shot.Moment moment) {
    Shot shot = moment == null ? null : shots.get(id(call.request()));
    if (shot != null) {
      shot.at(moment);
    }
  }

  private static String id(Request request) {
    List<String> path = request.url().pathSegments();
    return request.body() == null
        ? path.get(path.size() - 1)
        : String.valueOf(members(request).get("external_task_id"));
  }

  private static Map<?, ?> members(Request request) {
    Buffer body = new Buffer();
    try {
      request.body().writeTo(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Fixtures.members(body.readUtf8());
  }
}
