package wenmai.corpus.structure;

import java.util.Optional;
import wenmai.corpus.text.CodePointSpan;

/**
 * One unit of a text: a chapter, an article, a numbered point, a heading.
 *
 * @param label as printed (第十二条, 一、), with a heading's words
 * @param article its address in {@link Provision} form, where it is an article or a part of one
 * @param span the whole unit
 */
public record Division(String label, Level level, Optional<String> article, CodePointSpan span) {}
