package wenmai.corpus.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import wenmai.corpus.citation.Citation;
import wenmai.corpus.citation.CitationType;
import wenmai.corpus.citation.Relation;
import wenmai.corpus.structure.Provision;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Quote;
import wenmai.corpus.version.AmendmentOrder.Kind;

/**
 * Reads an amending decision, also one that amends several works (关于修改〈…〉等七件地方性法规的决定), as orders on
 * single provisions. It goes by the citations already found: the work amended last is the one whose
 * bare articles follow.
 */
public final class AmendmentOrdersReader {
  private static final Pattern BLANKS = Pattern.compile("\\s++");

  private AmendmentOrdersReader() {}

  /**
   * The orders in the order of the text.
   *
   * @param citations of one text, in its order
   */
  public static List<AmendmentOrder> read(List<Citation> citations) {
    List<AmendmentOrder> orders = new ArrayList<>();
    Optional<String> work = Optional.empty();
    int read = 0;
    for (int i = 0; i < citations.size(); i++) {
      Citation citation = citations.get(i);
      if (citation.relation() == Relation.AMENDS && citation.title().isPresent()) {
        boolean byName = citation.type() != CitationType.RELATIVE;
        work =
            byName && citation.provision().isEmpty() ? citation.title() : work.or(citation::title);
      }
      if (work.isEmpty() || citation.provision().isEmpty() || isQuoted(citation)) {
        continue;
      }
      if (citation.place().span().start() >= read) {
        Optional<AmendmentOrder> order = order(work.get(), citation, next(citations, i));
        order.ifPresent(orders::add);
        read = order.map(it -> it.order().span().end()).orElse(read);
      }
    }
    return orders;
  }

  private static Optional<Citation> next(List<Citation> citations, int i) {
    return i + 1 < citations.size() ? Optional.of(citations.get(i + 1)) : Optional.empty();
  }

  /** 本条例第八条 inside the new words is part of them. */
  private static boolean isQuoted(Citation citation) {
    return citation.type() == CitationType.SELF;
  }

  private static Optional<AmendmentOrder> order(
      String work, Citation citation, Optional<Citation> next) {
    Quote sentence = citation.sentence();
    CodePointSpan place = citation.place().span();
    int start = sentence.span().start();
    String before = stretch(sentence.words(), 0, place.start() - start);
    String behind = stretch(sentence.words(), place.end() - start, sentence.span().end() - start);
    if (before.lastIndexOf('“') > before.lastIndexOf('”')) {
      return Optional.empty(); // part of the new words
    }
    Provision provision = citation.provision().orElseThrow();
    if (before.endsWith("作为") || before.endsWith("作為")) {
      return Optional.of(
          new AmendmentOrder(work, Kind.ADDED, Optional.empty(), Optional.of(provision), sentence));
    }
    if (before.contains("删去") || before.contains("删除") || behind.startsWith("删去")) {
      return Optional.of(
          new AmendmentOrder(
              work, Kind.DELETED, Optional.of(provision), Optional.empty(), sentence));
    }
    Optional<Provision> to =
        behind.startsWith("改为第") || behind.startsWith("改為第")
            ? next.flatMap(Citation::provision)
            : Optional.empty();
    boolean changes = behind.contains("修改为") || behind.contains("增加");
    if (to.isPresent() && !changes) {
      return Optional.of(
          new AmendmentOrder(work, Kind.RENUMBERED, Optional.of(provision), to, sentence));
    }
    return changes
        ? Optional.of(new AmendmentOrder(work, Kind.CHANGED, Optional.of(provision), to, sentence))
        : Optional.empty();
  }

  private static String stretch(String text, int from, int to) {
    if (to <= from) {
      return "";
    }
    int start = text.offsetByCodePoints(0, from);
    return BLANKS
        .matcher(text.substring(start, text.offsetByCodePoints(start, to - from)))
        .replaceAll("");
  }
}
