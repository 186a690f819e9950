package wenmai.web.api;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.document.DocumentId;
import wenmai.web.render.Messages;
import wenmai.web.site.RequestProblem;

/**
 * Hands out the file as it came in (原件): for saving, or, where a browser shows its kind without
 * running anything of it on this site, for looking at.
 */
public final class OriginalAnswer {
  /** What a browser draws by itself: no script of such a file reaches the site. */
  private static final Set<String> SHOWN =
      Set.of("application/pdf", "image/png", "image/jpeg", "image/gif");

  private OriginalAnswer() {}

  /**
   * The original of a paper that this reader may see.
   *
   * @param absence why there is nothing at all under this id
   */
  public static ReadingRoom.Original find(
      ReadingRoom room, DocumentId id, Messages messages, Supplier<RequestProblem> absence) {
    return room.original(id)
        .orElseThrow(() ->
            room.withholdsOriginal(id)
                ? new RequestProblem(
                    403, "original-withheld", messages.get("document.original.withheld"))
                : absence.get());
  }

  /** For saving and never for showing: whatever it holds, the browser must not run it here. */
  public static void save(Context context, ReadingRoom.Original original) {
    context.header("Content-Security-Policy", "sandbox; default-src 'none'");
    context.header("Content-Disposition", disposition("attachment", original.fileName()));
    send(context, "application/octet-stream", original);
  }

  /** For looking at, where that is safe; else for saving. */
  public static void show(Context context, ReadingRoom.Original original) {
    if (!SHOWN.contains(original.mediaType())) {
      save(context, original);
      return;
    }
    context.header(
        "Content-Security-Policy",
        "default-src 'none'; object-src 'self'; img-src 'self';" + " frame-ancestors 'none'");
    context.header("Content-Disposition", disposition("inline", original.fileName()));
    send(context, original.mediaType(), original);
  }

  /** Bytes have no character encoding; that of the site's texts must not be said of them. */
  private static void send(Context context, String mediaType, ReadingRoom.Original original) {
    context.res().setCharacterEncoding(null);
    context.contentType(mediaType).result(original.open());
  }

  /** RFC 6266 with the name in UTF-8 (RFC 8187); only what may stand in a header stays. */
  private static String disposition(String how, String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          (b >= 'a' && b <= 'z')
              || (b >= 'A' && b <= 'Z')
              || (b >= '0' && b <= '9')
              || b == '.'
              || b == '-'
              || b == '_';
      encoded.append(
          plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b & 0xFF));
    }
    return how + "; filename*=UTF-8''" + encoded;
  }
}
