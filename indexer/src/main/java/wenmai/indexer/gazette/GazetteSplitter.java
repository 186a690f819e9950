package wenmai.indexer.gazette;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.Span;
import wenmai.indexer.layout.RawText;

/**
 * Splits an issue of a gazette into the documents it holds (拆分公报): where a text calls itself a 公报,
 * has a table of contents, and most of its titles stand at the beginning of lines in the body, in
 * order, each of these places begins a document.
 */
public final class GazetteSplitter {
  private static final int FEWEST = 2;

  /** So many of the titles must be found again in the body; of two or three all. */
  private static final double SHARE_FOUND = 0.7;

  /** So many lines over a title may be its paper's heading. */
  private static final int LINES_ABOVE = 6;

  private final GazetteRules rules;

  private GazetteSplitter(GazetteRules rules) {
    this.rules = rules;
  }

  /**
   * @param config the folder {@code config}
   * @throws IllegalArgumentException if its rules are not what they should be; the message says why
   */
  public static GazetteSplitter read(Path config) {
    return new GazetteSplitter(GazetteRules.read(config));
  }

  /**
   * What an issue consists of.
   *
   * @param front cover, contents and whatever else stands before the first document
   * @param documents in order
   */
  public record Issue(RawText front, List<Part> documents) {
    public Issue {
      documents = List.copyOf(documents);
    }
  }

  /** One document of an issue under the title the contents give it. */
  public record Part(String title, RawText text) {}

  /** The parts of the issue; empty where the text is none. */
  public Optional<Issue> split(RawText raw) {
    Optional<Contents> contents = Contents.of(raw.text(), rules);
    if (contents.isEmpty()
        || contents.get().titles().size() < FEWEST
        || !contents.get().areOfPapers(rules)) {
      return Optional.empty();
    }
    Squeezed body = Squeezed.of(raw.text(), contents.get().end());
    List<String> titles = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    int from = 0;
    for (Contents.Title title : contents.get().titles()) {
      int at = place(body, title, from);
      if (at >= 0) {
        titles.add(title.words());
        starts.add(body.offset(at));
        from = at + 1;
      }
    }
    boolean enough =
        starts.size() >= FEWEST && starts.size() >= contents.get().titles().size() * SHARE_FOUND;
    return enough
        ? Optional.of(issue(joined(raw, contents.get().name()), titles, starts))
        : Optional.empty();
  }

  /** With the name of the gazette in one line. */
  private static RawText joined(RawText raw, Optional<Span> name) {
    if (name.isEmpty() || raw.marks().stream().anyMatch(mark -> mark.span().overlaps(name.get()))) {
      return raw;
    }
    List<RawText.Mark> marks = new ArrayList<>(raw.marks());
    marks.add(new RawText.Mark(name.get(), "", Repair.Reason.LINE_BREAK));
    marks.sort(Comparator.comparing(RawText.Mark::span));
    return new RawText(raw.text(), raw.pages(), marks);
  }

  /**
   * A heading of a group may have run into the title: then its last line alone is looked for. What
   * stands in the body under the same number of a chapter is a chapter.
   */
  private int place(Squeezed body, Contents.Title title, int from) {
    int at = body.lineStart(title.words(), from);
    if (at < 0 && !title.order().isEmpty() && !rules.chapter().matcher(title.printed()).matches()) {
      at = body.lineStart(title.printed(), from);
    }
    return at >= 0 || title.lastLine().equals(title.words())
        ? at
        : body.lineStart(title.lastLine(), from);
  }

  private Issue issue(RawText raw, List<String> titles, List<Integer> starts) {
    List<Integer> tops = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int least = i == 0 ? 0 : starts.get(i - 1) + titles.get(i - 1).length();
      tops.add(top(raw.text(), starts.get(i), least));
    }
    List<Part> documents = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? tops.get(i + 1) : raw.text().length();
      documents.add(new Part(titles.get(i), raw.part(Span.of(tops.get(i), end))));
    }
    // a mark over the first paper may be the whole issue's: the cover keeps it as well
    return new Issue(raw.part(Span.of(0, starts.getFirst())), documents);
  }

  /**
   * Where a paper begins whose title begins there: with the mark of secrecy above it, if it has
   * one.
   *
   * @param least the end of the title before
   */
  private int top(String text, int title, int least) {
    int top = title;
    int end = text.lastIndexOf('\n', title - 1);
    int looked = 0;
    while (end > least && looked < LINES_ABOVE) {
      int start = text.lastIndexOf('\n', end - 1) + 1;
      String line = text.substring(start, end).strip();
      if (start < least) {
        break;
      }
      if (!line.isEmpty()) {
        looked++;
        if (rules.marks().isMark(line)) {
          top = start;
        } else if (!rules.between().matcher(line).matches()) {
          break;
        }
      }
      end = start - 1;
    }
    return top;
  }
}
