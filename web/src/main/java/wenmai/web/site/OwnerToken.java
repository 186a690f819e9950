package wenmai.web.site;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * What the owner's other processes show to the running site (主人令牌): it stands in the archive's
 * folder, readable to its owner alone.
 */
record OwnerToken(String token) {

  /** Whether it is shown; an answer takes as long whatever is wrong with what is. */
  boolean isShownIn(Context context) {
    String shown = Optional.ofNullable(context.header(HandoverRoutes.TOKEN)).orElse("");
    return MessageDigest.isEqual(
        shown.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }
}
