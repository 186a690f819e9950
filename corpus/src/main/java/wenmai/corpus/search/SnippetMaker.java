package wenmai.corpus.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wenmai.analyzers.fold.Folded;
import wenmai.analyzers.fold.Folding;
import wenmai.corpus.engine.DocumentLookup.StoredText;
import wenmai.corpus.engine.Passage;
import wenmai.corpus.structure.Division;
import wenmai.corpus.structure.Level;
import wenmai.corpus.text.CodePointIndex;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Page;
import wenmai.corpus.text.Span;

/**
 * Makes the snippets of one hit (摘要片段) from its stored text and the passages the engine points at.
 */
final class SnippetMaker {
  static final int MOST = 3;

  private final Folding folding;
  private final Needles needles;
  private final StoredText stored;
  private final String text;
  private final CodePointIndex index;

  SnippetMaker(Folding folding, Needles needles, StoredText stored) {
    this.folding = folding;
    this.needles = needles;
    this.stored = stored;
    this.text = stored.text();
    this.index = stored.places();
  }

  /** One to three snippets; none of an empty text. */
  List<Snippet> make(List<Passage> passages) {
    List<Snippet> snippets = new ArrayList<>();
    for (Passage passage : passages) {
      Span bounds = within(passage.span());
      List<Span> marks = marks(bounds);
      if (!marks.isEmpty() && snippets.size() < MOST) {
        snippets.add(snippet(Window.around(text, bounds, marks), marks, passage.article()));
      }
    }
    if (snippets.isEmpty() && needles.mayBeAnywhere()) {
      snippets.addAll(acrossPassages());
    }
    if (snippets.isEmpty() && !text.isBlank()) {
      snippets.add(lead(passages));
    }
    return snippets;
  }

  private Span within(Span span) {
    int end = Math.min(span.end(), text.length());
    return Span.of(Math.min(span.start(), end), end);
  }

  private List<Span> marks(Span bounds) {
    if (needles.isEmpty()) {
      return List.of();
    }
    Folded folded = folding.fold(bounds.in(text));
    return Marks.in(folded, needles).stream()
        .map(mark -> Span.of(mark.start() + bounds.start(), mark.end() + bounds.start()))
        .toList();
  }

  /** An exact run may begin in one article and end in another: the whole text is looked through. */
  private List<Snippet> acrossPassages() {
    List<Span> marks = marks(Span.of(0, text.length()));
    List<Snippet> snippets = new ArrayList<>();
    Span all = Span.of(0, text.length());
    int from = 0;
    for (Span mark : marks) {
      if (mark.start() >= from && snippets.size() < MOST) {
        List<Span> rest = marks.stream().filter(other -> other.start() >= mark.start()).toList();
        Span window = Window.around(text, all, rest.subList(0, 1));
        snippets.add(snippet(window, rest, article(mark)));
        from = window.end();
      }
    }
    return snippets;
  }

  private Snippet lead(List<Passage> passages) {
    Span bounds =
        passages.isEmpty() ? Span.of(0, text.length()) : within(passages.getFirst().span());
    return snippet(
        Window.lead(text, bounds),
        List.of(),
        passages.stream().findFirst().flatMap(Passage::article));
  }

  private Snippet snippet(Span window, List<Span> marks, Optional<String> article) {
    CodePointSpan span = index.toCodePoints(window);
    List<CodePointSpan> shown =
        marks.stream()
            .filter(window::contains)
            .map(index::toCodePoints)
            .map(mark -> new CodePointSpan(mark.start() - span.start(), mark.end() - span.start()))
            .toList();
    int first = shown.isEmpty() ? span.start() : span.start() + shown.getFirst().start();
    return new Snippet(span, window.in(text), shown, article, page(first));
  }

  private Optional<Integer> page(int at) {
    return stored.pages().stream()
        .filter(page -> page.span().start() <= at && at < page.span().end())
        .findFirst()
        .map(Page::number);
  }

  private Optional<String> article(Span mark) {
    int at = index.toCodePoint(mark.start());
    return stored.outline().divisions().stream()
        .filter(division -> division.level() == Level.ARTICLE)
        .filter(division -> division.span().start() <= at && at < division.span().end())
        .findFirst()
        .flatMap(Division::article);
  }
}
