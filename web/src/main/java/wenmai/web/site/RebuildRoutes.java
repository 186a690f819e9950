package wenmai.web.site;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Where {@code ./wenmai rebuild} of another process asks this one, the archive's writer, to make
 * its index anew. For whoever does not show the owner's token the addresses do not exist.
 */
public final class RebuildRoutes implements Site.Routes {
  public static final String REBUILD = "/internal/rebuild";
  public static final String BACK = "/internal/rebuild/back";

  private final Runnable rebuild;
  private final BooleanSupplier back;
  private final OwnerToken token;
  private final ReentrantLock one = new ReentrantLock();

  /**
   * @param back brings the former index back; says whether there was one
   */
  public RebuildRoutes(Runnable rebuild, BooleanSupplier back, String token) {
    this.rebuild = rebuild;
    this.back = back;
    this.token = new OwnerToken(token);
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.post(
        REBUILD,
        context ->
            answer(
                context,
                () -> {
                  rebuild.run();
                  return true;
                }));
    config.routes.post(BACK, context -> answer(context, back));
  }

  private void answer(Context context, BooleanSupplier act) {
    if (!token.isShownIn(context)) {
      context.status(404);
      return;
    }
    one.lock();
    try {
      context.status(act.getAsBoolean() ? 204 : 422);
    } finally {
      one.unlock();
    }
  }
}
