package wenmai.corpus.citation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wenmai.corpus.citation.Catalogue.Entry;
import wenmai.corpus.document.CongressSession;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Region;

/**
 * Says which documents a text's citations mean, on the day the text was made (引用解析). Resolves only
 * where one candidate is left; otherwise keeps the candidates. A pure function of the document and
 * what the catalogue answers.
 */
public final class CitationResolver {
  private static final int LONGEST_SHORT = 12;

  /** A 机关代字 that is longer may have words before it that are no part of it. */
  private static final int LONGEST_CODE = 5;

  private static final int SHORTEST_CODE = 3;

  /** Who stands before a title behind the name of the place; the place alone is the first. */
  private final List<String> issuers;

  /** What follows the name of a paper in the title of another that is on it. */
  private final Pattern onIt;

  /**
   * @throws IllegalArgumentException if the words lack a list
   */
  public CitationResolver(CitationWords words) {
    this.issuers = Stream.concat(Stream.of(""), words.list("issuers").stream()).toList();
    this.onIt = Pattern.compile("的?(?:" + String.join("|", words.list("papers-on-it")) + ")");
  }

  /** One resolution for each citation, in their order. */
  public List<Resolution> resolve(OfficialDocument citing, Catalogue catalogue) {
    return resolve(CitingPaper.of(citing), catalogue);
  }

  /** One resolution for each citation, in their order. */
  public List<Resolution> resolve(CitingPaper citing, Catalogue catalogue) {
    Candidates candidates = new Candidates(Citing.of(citing));
    List<Resolution> resolutions = new ArrayList<>(citing.citations().size());
    Set<Entry> named = new LinkedHashSet<>();
    for (Citation citation : citing.citations()) {
      if (pointsAtItself(citation, citing)) {
        resolutions.add(new Resolution.Resolved(citation, citing.id()));
        continue;
      }
      List<Entry> left = candidates.left(citation, found(citation, citing, catalogue));
      resolutions.add(resolution(citation, left));
      if (left.size() == 1) {
        named.add(left.getFirst());
      }
    }
    List<TitleKey> titles = titles(citing, named);
    return resolutions.stream()
        .map(each -> each instanceof Resolution.Wanted wanted ? shortOf(wanted, named) : each)
        .map(each ->
            each instanceof Resolution.Wanted wanted
                ? reportOf(wanted, titles, candidates, catalogue)
                : each)
        .toList();
  }

  /** Titles that the text bears, cites or means, of which another may be a part. */
  private static List<TitleKey> titles(CitingPaper citing, Set<Entry> named) {
    return Stream.of(
            citing.facts().value(FactKey.TITLE).stream(),
            citing.citations().stream().flatMap(citation -> citation.title().stream()),
            named.stream().map(Entry::title).filter(title -> !title.isEmpty()))
        .flatMap(each -> each)
        .map(TitleKey::of)
        .distinct()
        .toList();
  }

  /**
   * 《审计工作报告》 in a text that names …审计工作报告|的审议意见 is the report of that very name: an opinion or a
   * decision tells in its title what it is on.
   */
  private Resolution reportOf(
      Resolution.Wanted wanted, List<TitleKey> titles, Candidates candidates, Catalogue catalogue) {
    Citation citation = wanted.citation();
    Optional<String> tail = tail(citation);
    if (tail.isEmpty()) {
      return wanted;
    }
    Set<Entry> meant = new LinkedHashSet<>();
    for (TitleKey title : titles) {
      int at = title.value().indexOf(tail.get());
      int end = at + tail.get().length();
      if (at > 0 && onIt.matcher(title.value().substring(end)).lookingAt()) {
        TitleKey whole = TitleKey.of(title.value().substring(0, end));
        meant.addAll(candidates.left(citation, catalogue.withTitle(whole)));
      }
    }
    return resolution(citation, List.copyOf(meant));
  }

  /**
   * A name that says only what kind of paper it is (《审议意见》, 《交办通知》) means the one paper so titled
   * that the text names in full or by number, wherever it does.
   */
  private static Resolution shortOf(Resolution.Wanted wanted, Set<Entry> named) {
    Citation citation = wanted.citation();
    Optional<String> tail = tail(citation);
    if (tail.isEmpty()) {
      return wanted;
    }
    List<Entry> meant =
        named.stream()
            .filter(entry -> !entry.kind().isNorm())
            .filter(entry -> TitleKey.of(entry.title()).value().endsWith(tail.get()))
            .toList();
    return resolution(citation, meant);
  }

  /** The end of a title that a citation gives alone. */
  private static Optional<String> tail(Citation citation) {
    boolean plain =
        citation.type() == CitationType.SHORT
            || citation.type() == CitationType.TITLE
            || citation.type() == CitationType.BARE;
    return citation
        .title()
        .filter(title -> plain && citation.number().isEmpty())
        .filter(title -> title.length() <= LONGEST_SHORT && !title.startsWith("关于"))
        .map(title -> TitleKey.of(title).value());
  }

  private static Resolution resolution(Citation citation, List<Entry> left) {
    return switch (left.size()) {
      case 0 -> new Resolution.Wanted(citation);
      case 1 -> new Resolution.Resolved(citation, left.getFirst().id());
      default -> new Resolution.Ambiguous(citation, ids(left));
    };
  }

  private static boolean pointsAtItself(Citation citation, CitingPaper citing) {
    boolean byPosition =
        citation.type() == CitationType.SELF || citation.type() == CitationType.RELATIVE;
    if (!byPosition) {
      return false;
    }
    if (citation.title().isEmpty()) {
      return citation.number().isEmpty();
    }
    return citing.facts().value(FactKey.TITLE).filter(citation.title().get()::equals).isPresent();
  }

  /** By number, which is surest; else by title; else by session. */
  private List<Entry> found(Citation citation, CitingPaper citing, Catalogue catalogue) {
    List<Entry> found = List.of();
    if (citation.number().isPresent()) {
      boolean alone = citation.number().get().isSerialOnly();
      if (!alone || citation.title().isEmpty()) {
        found = byNumber(citation.number().get(), catalogue);
      }
    }
    if (found.isEmpty() && citation.title().isPresent()) {
      found = byTitle(citation.title().get(), citing, catalogue);
    }
    if (found.isEmpty() && citation.type() == CitationType.SESSION) {
      found = SessionNamed.by(citation, citing.facts(), catalogue);
    }
    return found;
  }

  /**
   * By the number as it was read; else by what is left of it without words that run on into it
   * (会议同意汀人常发〔2023〕31号), for only a catalogue knows where a 机关代字 begins.
   */
  private static List<Entry> byNumber(DocumentNumber number, Catalogue catalogue) {
    List<Entry> found = catalogue.withNumber(number);
    String code = number.issuerCode();
    int from = code.codePointCount(0, code.length()) > LONGEST_CODE ? 1 : code.length();
    for (int at = from; found.isEmpty() && at + SHORTEST_CODE <= code.length(); at++) {
      found =
          catalogue.withNumber(
              new DocumentNumber(code.substring(at), number.year(), number.serial()));
    }
    return found;
  }

  /**
   * By the title as it is; else with the name of a region of the citing text before it, or of its
   * congress or government: 《2024年工作评议实施方案》 of 某街道人大工委.
   */
  private List<Entry> byTitle(String title, CitingPaper citing, Catalogue catalogue) {
    List<Entry> plain = catalogue.withTitle(TitleKey.of(title));
    if (!plain.isEmpty() || title.startsWith("关于")) {
      return plain;
    }
    List<String> path = citing.facts().value(FactKey.REGION).map(Region::path).orElse(List.of());
    for (int i = path.size() - 1; i >= 0; i--) {
      String place = path.get(i);
      for (String issuer : title.startsWith(place) ? List.<String>of() : issuers) {
        List<Entry> local = catalogue.withTitle(TitleKey.of(place + issuer + title));
        if (!local.isEmpty()) {
          return local;
        }
      }
    }
    return List.of();
  }

  private static List<DocumentId> ids(List<Entry> entries) {
    return entries.stream().map(Entry::id).sorted().toList();
  }

  /** What matters of the citing text for choosing among candidates. */
  record Citing(
      DocumentId id,
      Optional<String> title,
      Optional<LocalDate> date,
      Optional<Region> region,
      Optional<CongressSession> session) {
    static Citing of(CitingPaper document) {
      return new Citing(
          document.id(),
          document.facts().value(FactKey.TITLE),
          document.facts().value(FactKey.DATE),
          document.facts().value(FactKey.REGION),
          document.facts().value(FactKey.SESSION));
    }
  }
}
