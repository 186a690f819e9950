package wenmai.web.edit;

import wenmai.corpus.Reader;
import wenmai.corpus.Workroom;

/** Opens the workroom for one who may edit; the archive itself, seen from the web. */
@FunctionalInterface
public interface Workrooms {
  Workroom openFor(Reader reader);
}
