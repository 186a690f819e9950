package wenmai.web.site;

import java.time.LocalDate;
import wenmai.corpus.Reader;
import wenmai.corpus.ReadingRoom;

/** Opens the archive for whoever asks; the archive itself, seen from the web. */
@FunctionalInterface
public interface ReadingRooms {
  ReadingRoom openFor(Reader reader, LocalDate asOf);
}
