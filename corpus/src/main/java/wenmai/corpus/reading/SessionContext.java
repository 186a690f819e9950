package wenmai.corpus.reading;

import java.util.List;
import java.util.regex.Pattern;
import wenmai.corpus.document.Fact;
import wenmai.corpus.text.Span;

/** What stands around the places of a paper where sessions are named (届次的上下文). */
record SessionContext(Draft draft) {
  private static final Pattern TITLE = Pattern.compile("《[^》]{0,160}》");

  private static final int REACH = 46;

  /** Where the heading ends, in the compact text. */
  int headingEnd() {
    return startOf(draft.head().opening());
  }

  /** Where a line begins, in the compact text. */
  int startOf(int line) {
    List<Line> lines = draft.sheet().lines();
    return line < lines.size()
        ? draft.sheet().compactStart(lines.get(line))
        : draft.sheet().compact().length();
  }

  /** What stands before a session, from this place on at most. */
  String before(SessionReader.Mention mention, int from) {
    return draft
        .sheet()
        .compact()
        .substring(Math.max(from, mention.span().start() - REACH), mention.span().start());
  }

  /** What stands behind a session, without titles in 《》. */
  String after(SessionReader.Mention mention) {
    String compact = draft.sheet().compact();
    int end = mention.span().end();
    String after = compact.substring(end, Math.min(compact.length(), end + 5 * REACH));
    String bare = TITLE.matcher(after).replaceAll("");
    return bare.substring(0, Math.min(bare.length(), REACH));
  }

  SessionFacts.Found found(SessionReader.Mention mention, double confidence) {
    Span span = draft.sheet().spanOfCompact(mention.span().start(), mention.span().end());
    return new SessionFacts.Found(
        Fact.read(mention.session(), draft.sheet().evidence(span), confidence), mention.body());
  }
}
