package wenmai.corpus.citation;

import java.util.List;
import java.util.Optional;
import wenmai.corpus.structure.Provision;
import wenmai.corpus.structure.Provision.Point;
import wenmai.corpus.structure.Provision.Range;
import wenmai.corpus.text.CompactText;
import wenmai.corpus.text.CompactText.Gap;
import wenmai.corpus.text.Numeral;

/**
 * Reads what is meant by its position: 前款, 前两条, 本条第二款, 本款第三项, a bare 第八条 or 第一款 within a law, 上述决议.
 */
final class RelativeReader {
  private final CompactText text;
  private final Lexicon lexicon;
  private final Referents referents;
  private final ProvisionParser provisions;
  private final Standpoint standpoint;

  RelativeReader(
      CompactText text,
      Lexicon lexicon,
      Referents referents,
      ProvisionParser provisions,
      Standpoint standpoint) {
    this.text = text;
    this.lexicon = lexicon;
    this.referents = referents;
    this.provisions = provisions;
    this.standpoint = standpoint;
  }

  /** What begins here with 前, 本, 上 or 第. */
  Optional<Mention> at(int at, List<Mention> mentions) {
    return switch (text.at(at)) {
      case '前' -> former(at);
      case '本' -> own(at);
      case '上' -> above(at);
      case '第' -> bare(at, mentions);
      default -> Optional.empty();
    };
  }

  private static Mention own(int start, int end, Optional<Provision> provision) {
    return new Mention(
        start, end, CitationType.RELATIVE, Optional.empty(), Optional.empty(), provision);
  }

  /** 前款, 前条, 前项, 前两款, with what follows them: 前款第三项. */
  private Optional<Mention> former(int at) {
    Numeral many = Numeral.at(text, at + 1);
    int unitAt = many.exists() ? many.end() : at + 1;
    int count = many.exists() ? many.value() : 1;
    char unit = text.at(unitAt);
    if (count < 1 || (unit != '款' && unit != '条' && unit != '项') || isWord(unitAt + 1)) {
      return Optional.empty();
    }
    int end = unitAt + 1;
    Optional<Range> range = standpoint.at(at).flatMap(here -> before(here, unit, count));
    if (range.isPresent() && count == 1) {
      Optional<ProvisionParser.Parsed> deeper = provisions.within(range.get().first(), end);
      if (deeper.isPresent()) {
        return Optional.of(own(at, deeper.get().end(), Optional.of(deeper.get().provision())));
      }
    }
    return Optional.of(own(at, end, range.map(it -> new Provision(List.of(it)))));
  }

  /** 前款 is a reference, 前款项 (the former sum of money) is not. */
  private boolean isWord(int behind) {
    return text.at(behind) == '项' || text.at(behind) == '目' || text.at(behind) == '例';
  }

  private static Optional<Range> before(Point here, char unit, int count) {
    int from;
    Point first;
    Point last;
    switch (unit) {
      case '款' -> {
        from = here.paragraph() - count;
        first = new Point(here.article(), here.inserted(), from, 0);
        last = new Point(here.article(), here.inserted(), here.paragraph() - 1, 0);
      }
      case '项' -> {
        from = here.item() - count;
        first = new Point(here.article(), here.inserted(), here.paragraph(), from);
        last = new Point(here.article(), here.inserted(), here.paragraph(), here.item() - 1);
      }
      default -> {
        from = here.inserted() > 0 ? 0 : here.article() - count;
        first = Point.article(from);
        last = Point.article(here.article() - 1);
      }
    }
    return from < 1 ? Optional.empty() : Optional.of(new Range(first, last));
  }

  /** 本条第二款, 本款第三项. */
  private Optional<Mention> own(int at) {
    char unit = text.at(at + 1);
    if ((unit != '条' && unit != '款') || text.at(at + 2) != '第') {
      return Optional.empty();
    }
    Point here = standpoint.at(at).orElse(new Point(0, 0, 0, 0));
    Point place = new Point(here.article(), here.inserted(), unit == '款' ? here.paragraph() : 0, 0);
    return provisions
        .within(place, at + 2)
        .map(parsed ->
            own(
                at,
                parsed.end(),
                here.article() == 0 ? Optional.empty() : Optional.of(parsed.provision())));
  }

  /** 上述决议: the last document named that is one. */
  private Optional<Mention> above(int at) {
    if (!text.startsAt(at, "上述") && !text.startsAt(at, "前述")) {
      return Optional.empty();
    }
    Optional<WordTrie.Match<Boolean>> noun = lexicon.nouns().at(text, at + 2);
    if (noun.isEmpty()) {
      return Optional.empty();
    }
    int end = noun.get().end();
    return referents
        .lastEndingWith(text.slice(at + 2, end))
        .map(title -> Mention.of(at, end, CitationType.RELATIVE, title))
        .map(mention -> provisions.articles(end).map(mention::with).orElse(mention));
  }

  /** 第八条, 第一款 or 第三项 alone. */
  private Optional<Mention> bare(int at, List<Mention> mentions) {
    if (at > 0
        && text.gapBefore(at) == Gap.NONE
        && lexicon.articleLeads().indexOf(text.at(at - 1)) < 0) {
      return Optional.empty();
    }
    if (text.gapBefore(at) != Gap.NONE && standpoint.at(at).isEmpty()) {
      return Optional.empty();
    }
    boolean printed = standpoint.inPrintedArticle(at);
    if (!printed && lastNamed(mentions).isEmpty()) {
      return Optional.empty();
    }
    Optional<ProvisionParser.Parsed> articles = provisions.articles(at);
    if (articles.isPresent()) {
      return bareArticle(at, articles.get(), mentions);
    }
    if (!printed || !startsReference(at)) {
      return Optional.empty();
    }
    return base(at, mentions)
        .flatMap(place -> provisions.within(place, at))
        .filter(parsed -> endsReference(parsed.end()))
        .map(parsed -> own(at, parsed.end(), Optional.of(parsed.provision())));
  }

  private Optional<Mention> bareArticle(
      int at, ProvisionParser.Parsed parsed, List<Mention> mentions) {
    if (standpoint.inPrintedArticle(at)) {
      return Optional.of(own(at, parsed.end(), Optional.of(parsed.provision())));
    }
    return lastNamed(mentions)
        .map(title -> Mention.of(at, parsed.end(), CitationType.RELATIVE, title).with(parsed));
  }

  /** The last document with articles that the text named, as 第八条 of an explanation means it. */
  private Optional<String> lastNamed(List<Mention> mentions) {
    for (int i = mentions.size() - 1; i >= Math.max(0, mentions.size() - 10); i--) {
      Optional<String> title = mentions.get(i).title().filter(lexicon::hasArticles);
      if (title.isPresent()) {
        return title;
      }
    }
    return Optional.empty();
  }

  /** 违反第（一）项 in a list of penalties means the article named at its head; else one's own. */
  private Optional<Point> base(int at, List<Mention> mentions) {
    Optional<Point> here = standpoint.at(at);
    if (here.isEmpty()) {
      return Optional.empty();
    }
    if (text.at(at - 1) == '反' && !mentions.isEmpty()) {
      Mention last = mentions.getLast();
      Optional<Point> sameArticle = standpoint.at(last.start());
      if (sameArticle.isPresent()
          && sameArticle.get().article() == here.get().article()
          && last.provision().isPresent()
          && (last.title().isEmpty() || last.title().equals(referents.own()))) {
        Point named = last.provision().get().ranges().getLast().last();
        return Optional.of(new Point(named.article(), named.inserted(), named.paragraph(), 0));
      }
    }
    Numeral number = Numeral.at(text, text.at(at + 1) == '(' ? at + 2 : at + 1);
    boolean item = text.at(number.end()) == '项' || text.at(number.end() + 1) == '项';
    int paragraph = item ? here.get().paragraph() : 0;
    return Optional.of(new Point(here.get().article(), here.get().inserted(), paragraph, 0));
  }

  private boolean startsReference(int at) {
    return at > 0 && lexicon.paragraphLeads().indexOf(text.at(at - 1)) >= 0;
  }

  /** 第一款规定的, not 第一项工作. */
  private boolean endsReference(int end) {
    return lexicon.referenceEnds().indexOf(text.at(end)) >= 0;
  }
}
