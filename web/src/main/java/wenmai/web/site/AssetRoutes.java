package wenmai.web.site;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;

/**
 * The style sheet and the icon: a fixed list, read once. Their address carries their version, so
 * browsers may keep them.
 */
public final class AssetRoutes implements Site.Routes {
  private static final Map<String, String> TYPES =
      Map.of("wenmai.css", "text/css; charset=utf-8", "icon.svg", "image/svg+xml");

  private final byte[] style = read("wenmai.css");
  private final byte[] icon = read("icon.svg");

  /** Changes when the style sheet does. */
  public String version() {
    CRC32 sum = new CRC32();
    sum.update(style);
    return HexFormat.of().toHexDigits((int) sum.getValue());
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/assets/wenmai.css", context -> answer(context, "wenmai.css", style));
    config.routes.get("/assets/icon.svg", context -> answer(context, "icon.svg", icon));
    config.routes.get("/favicon.ico", context -> answer(context, "icon.svg", icon));
  }

  private static void answer(Context context, String name, byte[] bytes) {
    context.header("Cache-Control", "public, max-age=31536000, immutable");
    context.contentType(Objects.requireNonNull(TYPES.get(name))).result(bytes);
  }

  private static byte[] read(String name) {
    try (InputStream in =
        Objects.requireNonNull(AssetRoutes.class.getResourceAsStream("/assets/" + name))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
