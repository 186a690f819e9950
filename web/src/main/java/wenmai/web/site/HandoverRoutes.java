package wenmai.web.site;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.Intake;
import wenmai.corpus.IntakeStopped;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.store.StoreProblem;
import wenmai.web.render.Messages;

/**
 * Where {@code ./wenmai index} of another process hands its work to this one, the archive's writer.
 * Answers only to whoever shows the token that stands in the archive's folder, readable to its
 * owner alone; for everyone else the address does not exist.
 */
public final class HandoverRoutes implements Site.Routes {
  public static final String PATH = "/internal/intake";
  public static final String TOKEN = "X-Wenmai-Token";

  private final Intake intake;
  private final Runnable beforeFirst;
  private final BooleanSupplier stopping;
  private final OwnerToken token;
  private final Messages messages;
  private final JsonMapper json;

  /** One run at a time, which gives way to whoever asks the site something. */
  private final ExecutorService taking =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY).name("intake").factory());

  /**
   * Answers for one archive.
   *
   * @param beforeFirst runs before each take, to move the sample papers out
   * @param stopping whether the site is to stop, and a run with it
   */
  public HandoverRoutes(
      Intake intake,
      Runnable beforeFirst,
      BooleanSupplier stopping,
      String token,
      Messages messages,
      JsonMapper json) {
    this.intake = intake;
    this.beforeFirst = beforeFirst;
    this.stopping = stopping;
    this.token = new OwnerToken(token);
    this.messages = messages;
    this.json = json;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.post(PATH, this::take);
  }

  private void take(Context context) throws IOException {
    if (!token.isShownIn(context)) {
      context.status(404);
      return;
    }
    Intake.Request request = read(json.readTree(context.body()));
    context.contentType("application/x-ndjson; charset=utf-8").disableCompression();
    OutputStream out = context.res().getOutputStream();
    await(taking.submit(() -> take(request, out)));
  }

  private void take(Intake.Request request, OutputStream out) {
    try {
      beforeFirst.run();
      Map<String, Object> last = new LinkedHashMap<>();
      last.put("report", intake.take(request, new Teller(out)));
      line(out, last);
    } catch (IllegalStateException | UncheckedIOException | IntakeStopped | StoreProblem e) {
      line(out, Map.of("failed", messages.told(e)));
    }
  }

  /** Whoever stops waiting stops the run. */
  private static void await(Future<?> run) {
    try {
      run.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a run of intake failed", e.getCause());
    } catch (InterruptedException e) {
      run.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while papers were taken in", e);
    }
  }

  private static Intake.Request read(JsonNode body) {
    List<Path> paths = new ArrayList<>();
    body.path("paths").forEach(path -> paths.add(Path.of(path.asString())));
    return new Intake.Request(
        paths,
        Visibility.ofKey(body.path("visibility").asString("")).orElse(Visibility.INTERNAL),
        body.path("allowRemovals").asBoolean(false),
        Duration.ofMillis(Math.max(0, body.path("settledMillis").asLong(0))));
  }

  private void line(OutputStream out, Map<String, ?> event) {
    try {
      out.write((json.writeValueAsString(event) + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells the other process what happens, while it happens. */
  private final class Teller implements Intake.Listener {
    private final OutputStream out;

    Teller(OutputStream out) {
      this.out = out;
    }

    @Override
    public void accepted(String path, DocumentId id) {
      Map<String, Object> event = new LinkedHashMap<>();
      event.put("path", path);
      event.put("id", id.value());
      line(out, event);
    }

    @Override
    public void progress(long done, long total) {
      line(out, Map.of("done", done, "total", total));
    }

    @Override
    public boolean wantsNoMore() {
      return stopping.getAsBoolean();
    }
  }
}
