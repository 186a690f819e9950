package wenmai.indexer.repair;

import java.util.ArrayList;
import java.util.List;
import wenmai.corpus.text.OffsetMap;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.RepairedText;
import wenmai.corpus.text.Span;

/**
 * A text under repair (修补稿): each pass sees it as the one before left it and hands in edits of that
 * text; the draft keeps the way back to the raw text.
 */
final class Draft {

  /** Something to be done to the current text. */
  record Edit(Span span, String replacement, Repair.Reason why) {
    static Edit cut(int start, int end, Repair.Reason why) {
      return new Edit(Span.of(start, end), "", why);
    }
  }

  private final String raw;
  private String text;

  /** What has been done so far, by stretches of the raw text, in order. */
  private List<Edit> done = List.of();

  Draft(String raw) {
    this.raw = raw;
    this.text = raw;
  }

  /** The text as it stands now. */
  String text() {
    return text;
  }

  /**
   * Carries out edits of the current text.
   *
   * @param edits in order, without overlap
   */
  void apply(List<Edit> edits) {
    if (edits.isEmpty()) {
      return;
    }
    done = new Composition(edits).compose();
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    for (Edit edit : edits) {
      out.append(text, at, edit.span().start()).append(edit.replacement());
      at = edit.span().end();
    }
    text = out.append(text, at, text.length()).toString();
  }

  RepairedText finish() {
    OffsetMap.Builder builder = new OffsetMap.Builder(raw);
    for (Edit edit : done) {
      builder.replace(edit.span(), edit.replacement(), edit.why());
    }
    return builder.build();
  }

  /**
   * Old edits (of the raw text) followed by new ones (of the current text) as one list of edits of
   * the raw text. Those that touch the same characters become one.
   */
  private final class Composition {
    private final List<Edit> news;
    private final List<Edit> out = new ArrayList<>();
    private int oldIndex;
    private int newIndex;

    /** Current offset less raw offset, before {@code done.get(oldIndex)}. */
    private int shift;

    Composition(List<Edit> news) {
      this.news = news;
    }

    List<Edit> compose() {
      while (newIndex < news.size()) {
        while (oldIndex < done.size() && oldEnd() <= news.get(newIndex).span().start()) {
          out.add(done.get(oldIndex));
          passOld();
        }
        cluster();
      }
      while (oldIndex < done.size()) {
        out.add(done.get(oldIndex++));
      }
      return out;
    }

    /** One new edit with all old and new ones that hang together with it. */
    private void cluster() {
      Edit first = news.get(newIndex);
      int start = first.span().start();
      int end = first.span().end();
      int rawStart = start - shift;
      if (oldIndex < done.size() && oldStart() < start) {
        rawStart = done.get(oldIndex).span().start();
        start = oldStart();
      }
      StringBuilder replacement = new StringBuilder();
      Edit main = first;
      int at = start;
      boolean grew = true;
      while (grew) {
        grew = false;
        while (newIndex < news.size() && hangsTogether(news.get(newIndex), first, end)) {
          Edit edit = news.get(newIndex++);
          main = longer(main, edit);
          replacement.append(text, at, edit.span().start()).append(edit.replacement());
          at = edit.span().end();
          end = Math.max(end, at);
          grew = true;
        }
        while (oldIndex < done.size() && oldStart() < end) {
          end = Math.max(end, oldEnd());
          main = longer(main, done.get(oldIndex));
          passOld();
          grew = true;
        }
      }
      replacement.append(text, at, end);
      out.add(new Edit(Span.of(rawStart, end - shift), replacement.toString(), main.why()));
    }

    /**
     * Of edits that became one, the one that took most away says why: a notice, not its line end.
     */
    private static Edit longer(Edit one, Edit other) {
      return other.span().length() > one.span().length() ? other : one;
    }

    private static boolean hangsTogether(Edit edit, Edit first, int end) {
      return edit.equals(first) || edit.span().start() < end;
    }

    private int oldStart() {
      return done.get(oldIndex).span().start() + shift;
    }

    private int oldEnd() {
      return oldStart() + done.get(oldIndex).replacement().length();
    }

    private void passOld() {
      Edit old = done.get(oldIndex++);
      shift += old.replacement().length() - old.span().length();
    }
  }
}
