package wenmai.web.site;

import java.time.LocalDate;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.Reader;

/** Opens the archive for whoever asks; the archive itself, seen from the web. */
@FunctionalInterface
public interface ReadingRooms {
  ReadingRoom openFor(Reader reader, LocalDate asOf);
}
