package io.github.kling4j.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A client that knows nothing of ours: the JDK's, with its usual settings. */
final class Client {
  static final String RELAY = "kling/v1/videos/text2video";
  static final String VENDOR = "v1/videos/text2video";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;

  Client(KlingGateway gateway) {
    this.base = gateway.url();
  }

  Answer create(String prompt) throws IOException {
    return post(Json.write(Map.of("model_name", "kling-v2-5-turbo", "prompt", prompt)));
  }

  Answer post(String body) throws IOException {
    return postWithKey("Bearer sk-test", body);
  }

  Answer postWithKey(String authorization, String body) throws IOException {
    return send(
        request(RELAY)
            .header("Authorization", authorization)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  Answer query(String id) throws IOException {
    return get(RELAY + "/" + id);
  }

  Answer get(String path) throws IOException {
    return getWithKey("Bearer sk-test", path);
  }

  Answer getWithKey(String authorization, String path) throws IOException {
    return send(request(path).header("Authorization", authorization));
  }

  HttpRequest.Builder request(String pathOrUrl) {
    return HttpRequest.newBuilder(URI.create(base).resolve(pathOrUrl));
  }

  Answer send(HttpRequest.Builder request) throws IOException {
    return new Answer(send(request, BodyHandlers.ofString()));
  }

  <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) throws IOException {
    try {
      return http.send(request.timeout(Duration.ofSeconds(20)).build(), handler);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** An answer with a JSON body. */
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    Map<String, Object> json() {
      return Json.readObject(response.body());
    }

    /** Returns the member at the end of a path; a number is the place in a list. */
    Object at(String path) {
      Object found = json();
      for (String step : path.split("\\.", -1)) {
        found =
            found instanceof List<?> list
                ? list.get(Integer.parseInt(step))
                : ((Map<?, ?>) found).get(step);
      }
      return found;
    }

    long code() {
      return (Long) json().get("code");
    }

    String message() {
      return (String) json().get("message");
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> data() {
      return (Map<String, Object>) json().get("data");
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> page() {
      return (List<Map<String, Object>>) json().get("data");
    }

    String taskId() {
      return (String) data().get("task_id");
    }

    String taskStatus() {
      return (String) data().get("task_status");
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> video() {
      Map<String, Object> result = (Map<String, Object>) data().get("task_result");
      return ((List<Map<String, Object>>) result.get("videos")).get(0);
    }
  }
}
