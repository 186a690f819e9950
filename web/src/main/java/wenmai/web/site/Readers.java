package wenmai.web.site;

import io.javalin.http.Context;
import wenmai.corpus.Reader;

/** Says who sent a request. */
@FunctionalInterface
public interface Readers {
  Reader of(Context context);
}
