package io.github.kling4j;

import com.sun.net.httpserver.HttpServer;
import io.github.kling4j.callback.Callbacks;
import io.github.kling4j.error.CallbackRefusedException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What the README shows of receiving callbacks, so that it compiles and runs. */
final class ReadmeCallbacks {
  private ReadmeCallbacks() {}

  static final class Servlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient KlingClient kling;

    Servlet(KlingClient kling) {
      this.kling = kling;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      try {
        byte[] body = request.getInputStream().readNBytes(Callbacks.BODY_LIMIT + 1);
        kling.callbacks().deliver(request::getHeader, body);
      } catch (CallbackRefusedException e) {
        response.setStatus(e.httpStatus());
      }
    }
  }

  @RestController
  static final class Spring {
    private final KlingClient kling;

    Spring(KlingClient kling) {
      this.kling = kling;
    }

    @PostMapping("/kling/callback")
    ResponseEntity<Void> callback(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
      try {
        kling.callbacks().deliver(headers::getFirst, body);
        return ResponseEntity.ok().build();
      } catch (CallbackRefusedException e) {
        return ResponseEntity.status(e.httpStatus()).build();
      }
    }
  }

  static void jdk(HttpServer server, KlingClient kling) {
    server.createContext(
        "/kling/callback",
        exchange -> {
          int status = 200;
          try {
            byte[] body = exchange.getRequestBody().readNBytes(Callbacks.BODY_LIMIT + 1);
            kling.callbacks().deliver(exchange.getRequestHeaders()::getFirst, body);
          } catch (CallbackRefusedException e) {
            status = e.httpStatus();
          }
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
  }
}
