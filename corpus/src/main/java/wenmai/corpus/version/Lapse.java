package wenmai.corpus.version;

import java.time.LocalDate;
import wenmai.corpus.text.Quote;

/**
 * A text's own end (有效期).
 *
 * @param from the first day on which it is in force no more
 */
public record Lapse(LocalDate from, Quote quote) {}
