package wenmai.web.site;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * A JSON answer (JSON 应答) with its entity tag, taken from the bytes at hand by the processor's own
 * instruction; the server would read the whole answer once more for it.
 */
public final class JsonBody {
  private JsonBody() {}

  public static void answer(Context context, byte[] utf8) {
    CRC32C sum = new CRC32C();
    sum.update(utf8);
    context.header(
        "ETag",
        '"' + Long.toHexString(sum.getValue()) + '-' + Integer.toHexString(utf8.length) + '"');
    context.contentType("application/json; charset=utf-8").result(utf8);
  }

  public static void answer(Context context, String json) {
    answer(context, json.getBytes(StandardCharsets.UTF_8));
  }
}
