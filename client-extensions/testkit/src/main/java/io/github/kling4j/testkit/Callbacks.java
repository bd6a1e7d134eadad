package io.github.kling4j.testkit;

import io.github.kling4j.testkit.SimulatedTask.Stage;
import java.io.IOException;
import java.lang.System.Logger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Posts a task's changes of status to its {@code callback_url}, one after the other, each once.
 * What the receiver answers, or whether there is one, changes nothing. Thread-safe.
 */
final class Callbacks implements AutoCloseable {
  private static final Logger LOGGER = System.getLogger(Callbacks.class.getName());
  private static final MediaType JSON = MediaType.get("application/json");
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final long SHORTEST_WAIT_MILLIS = 10;

  private final InstantSource time;
  private final boolean anywhere;
  private final @Nullable CallbackSigner signer;
  private final Map<String, Mailbox> mailboxes = new ConcurrentHashMap<>();
  private @Nullable Sender sender;
  private boolean closed;

  Callbacks(InstantSource time, boolean anywhere, @Nullable CallbackSigner signer) {
    this.time = time;
    this.anywhere = anywhere;
    this.signer = signer;
  }

  /** Posts this task's changes from now on, as they come. */
  void watch(SimulatedTask task) {
    HttpUrl url = task.callbackUrl();
    if (url == null) {
      return;
    }
    if (!anywhere && !isLoopback(url.host())) {
      LOGGER.log(
          Logger.Level.WARNING,
          "No callbacks are posted to {0}: only this machine gets them, unless the gateway is"
              + " built with allowRemoteCallbacks()",
          url.host());
      return;
    }
    Sender threads = sender();
    if (threads == null) {
      return;
    }
    Mailbox mailbox = new Mailbox(task, url, threads);
    mailboxes.put(task.id(), mailbox);
    mailbox.wakeAt(Stage.RUNNING);
    mailbox.wakeAt(Stage.ENDED);
  }

  /** Posts what has changed by now, without waiting for the timer. */
  void postDue() {
    mailboxes.values().forEach(Mailbox::postNext);
  }

  void clear() {
    mailboxes.clear();
  }

  @Override
  public synchronized void close() {
    closed = true;
    mailboxes.clear();
    if (sender != null) {
      sender.close();
    }
  }

  private synchronized @Nullable Sender sender() {
    if (closed) {
      return null;
    }
    if (sender == null) {
      sender = new Sender();
    }
    return sender;
  }

  /** No name is looked up: what it stands for may change between the look and the post. */
  static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("::1")
        || host.matches("127(\\.\\d{1,3}){3}");
  }

  /** The changes of one task. */
  private final class Mailbox implements Callback {
    private final SimulatedTask task;
    private final HttpUrl url;
    private final Sender threads;
    private Stage told = Stage.SUBMITTED;
    private boolean underWay;

    Mailbox(SimulatedTask task, HttpUrl url, Sender threads) {
      this.task = task;
      this.url = url;
      this.threads = threads;
    }

    /** The timer's time and the gateway's differ a little, or a lot where a test sets it. */
    void wakeAt(Stage stage) {
      Duration wait = Duration.between(time.instant(), task.startOf(stage));
      // The timer keeps the future; nobody waits for it.
      var unused =
          threads.timer.schedule(
              () -> {
                if (time.instant().isBefore(task.startOf(stage))) {
                  wakeAt(stage);
                } else {
                  postNext();
                }
              },
              Math.max(wait.toMillis(), SHORTEST_WAIT_MILLIS),
              TimeUnit.MILLISECONDS);
    }

    synchronized void postNext() {
      List<Stage> untold = task.stagesBetween(told, time.instant());
      if (underWay || untold.isEmpty() || mailboxes.get(task.id()) != this) {
        return;
      }
      underWay = true;
      told = untold.get(0);
      threads.client.newCall(request(VendorAnswers.callback(task, told))).enqueue(this);
    }

    private Request request(String body) {
      Headers headers = signer == null ? Headers.EMPTY : signer.headers(body);
      return new Request.Builder()
          .url(url)
          .headers(headers)
          .post(RequestBody.create(body, JSON))
          .build();
    }

    private void posted() {
      synchronized (this) {
        underWay = false;
        if (told == Stage.ENDED) {
          mailboxes.remove(task.id(), this);
        }
      }
      postNext();
    }

    @Override
    public void onResponse(Call call, Response response) {
      response.close();
      posted();
    }

    @Override
    public void onFailure(Call call, IOException e) {
      LOGGER.log(Logger.Level.DEBUG, "A callback was not taken by " + url.host(), e);
      posted();
    }
  }

  /** What posting takes: made for the first callback, so that others don't pay for it. */
  private static final class Sender implements AutoCloseable {
    private static final ThreadFactory DAEMONS =
        task -> {
          Thread thread = new Thread(task, "kling4j-testkit callbacks");
          thread.setDaemon(true);
          return thread;
        };

    final ScheduledExecutorService timer =
        new ScheduledThreadPoolExecutor(1, DAEMONS, new DiscardPolicy());
    private final ExecutorService executor = Executors.newCachedThreadPool(DAEMONS);
    final OkHttpClient client =
        new OkHttpClient.Builder()
            .dispatcher(new Dispatcher(executor))
            .followRedirects(false)
            .callTimeout(TIMEOUT)
            .build();

    @Override
    public void close() {
      timer.shutdownNow();
      client.dispatcher().cancelAll();
      executor.shutdownNow();
      client.connectionPool().evictAll();
    }
  }
}
