package wenmai.web.site;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * How many requests are worked on at a time (并行限额). More than the cores can do gains nobody
 * anything: the rest wait their turn, and who would have to wait too long is told to come again. A
 * turn begins when the request is all here and ends when the answer has been made: who sends or
 * fetches by drops keeps nobody waiting, and is cut off in the end.
 */
final class Capacity implements Site.Routes {
  private static final String PASSAGE = "wenmai.passage";

  private final SiteSettings.Load load;
  private final Semaphore turns;

  Capacity(SiteSettings.Load load) {
    this.load = load;
    this.turns = new Semaphore(load.parallel(), true);
  }

  /** A request on its way through: it has arrived, has its turn, has been answered. */
  private final class Passage {
    private final AtomicBoolean held = new AtomicBoolean();
    private final Request request;
    private volatile Scheduler.Task cut = () -> false;

    Passage(Request request) {
      this.request = request;
    }

    /** Closes the connection unless something else happens first. */
    void cutAfter(Duration time) {
      cut.cancel();
      cut =
          request
              .getComponents()
              .getScheduler()
              .schedule(
                  () -> request.getConnectionMetaData().getConnection().getEndPoint().close(),
                  time.toMillis(),
                  TimeUnit.MILLISECONDS);
    }

    void end() {
      cut.cancel();
      giveBack();
    }

    void take() {
      if (!isFree()) {
        throw new RequestProblem(503, "busy", "");
      }
      held.set(true);
    }

    private boolean isFree() {
      try {
        return turns.tryAcquire()
            || (turns.getQueueLength() < load.waiting()
                && turns.tryAcquire(load.patience().toMillis(), TimeUnit.MILLISECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    void giveBack() {
      if (held.getAndSet(false)) {
        turns.release();
      }
    }
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.before(context -> {
      if (isWork(context.path())) {
        begin(context);
      }
    });
    config.routes.after(context -> {
      if (context.req().getAttribute(PASSAGE) instanceof Passage passage) {
        passage.giveBack();
      }
    });
  }

  private void begin(Context context) {
    if (context.req().getAttribute(PASSAGE) instanceof Passage passage) {
      if (context.bodyAsBytes().length
          > 0) { // read here, so that who sends slowly takes nobody's turn
        passage.cutAfter(load.fetching());
      }
      try {
        passage.take();
      } catch (RequestProblem busy) {
        context.header("Retry-After", RateLimit.seconds(Duration.ofSeconds(2)));
        throw busy;
      }
    }
  }

  /** What costs nothing need not wait, nor may what tells that the site is alive. */
  private static boolean isWork(String path) {
    return !path.startsWith("/assets/")
        && !path.startsWith("/internal/")
        && !path.equals("/healthz")
        && !path.equals("/metrics");
  }

  /** Sees to it that a passage ends with its request, whatever becomes of the handlers. */
  Handler.Wrapper around() {
    return new Handler.Wrapper() {
      @Override
      public boolean handle(Request request, Response response, Callback callback)
          throws Exception {
        Passage passage = new Passage(request);
        request.setAttribute(PASSAGE, passage);
        if (isWork(request.getHttpURI().getPath())) {
          boolean sends = request.getLength() != 0;
          passage.cutAfter(sends ? load.sending() : load.fetching());
        }
        Request.addCompletionListener(request, failure -> passage.end());
        return super.handle(request, response, callback);
      }
    };
  }
}
