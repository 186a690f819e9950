package wenmai.corpus.matter;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Region;
import wenmai.corpus.text.Folding;

/**
 * Says in the matters of which places a paper may be a step (所属地区): its own, and where it approves,
 * answers or inspects for another's, that one too. Pure.
 */
final class Jurisdictions {
  private static final String STREET = "街道";

  private static final int MOST_NAMED = 3;

  /** Characters; no area has a longer name, while what came with a paper may be anything. */
  private static final int LONGEST_NAME = 100;

  private static final int LETTER_HEAD_LINES = 12;

  private final Folding folding;
  private final NamedPatterns words;

  Jurisdictions(Folding folding, NamedPatterns words) {
    this.folding = folding;
    this.words = words;
  }

  /** By the name of the region; empty where none is known. */
  Set<String> of(MatterPaper paper) {
    Set<String> names = new TreeSet<>();
    Optional<Region> own = paper.facts().value(FactKey.REGION).map(Jurisdictions::ofCongress);
    own.map(Region::name).ifPresent(names::add);
    String title =
        paper
            .facts()
            .value(FactKey.TITLE)
            .map(stated -> PaperReading.compact(stated, folding))
            .orElse("");
    first(words.any("named"), title).ifPresent(names::add);
    if (names.isEmpty()) {
      names.addAll(named(paper));
    }
    boolean forAnother = words.any("for-another").matcher(title).find();
    if (forAnother) {
      own.ifPresent(region -> names.addAll(region.path()));
    }
    if (forAnother || isLetter(paper, title)) {
      names.addAll(addressed(paper));
    }
    for (String addressee : paper.facts().values(FactKey.ADDRESSEE)) {
      first(words.any("addressed"), PaperReading.compact(addressee, folding))
          .filter(name -> name.length() > 2)
          .ifPresent(names::add);
    }
    names.removeIf(name -> name.length() > LONGEST_NAME);
    return names;
  }

  /** A street has no congress; what its bodies do, they do for the congress of the district. */
  static Region ofCongress(Region area) {
    List<String> path = area.path();
    return path.size() > 1 && area.name().endsWith(STREET)
        ? new Region(path.subList(0, path.size() - 1))
        : area;
  }

  private static boolean isLetter(MatterPaper paper, String title) {
    return title.endsWith("函")
        || (title.isEmpty()
            && paper.facts().value(FactKey.KIND).filter(Kind.LETTER::equals).isPresent());
  }

  /** The regions whose bodies a paper names that does not say where it is from; few, or none. */
  private Set<String> named(MatterPaper paper) {
    String text = PaperReading.compact(paper.text().get(), folding);
    Set<String> names = new TreeSet<>();
    Matcher matcher = words.any("body-named").matcher(text);
    while (matcher.find() && names.size() <= MOST_NAMED) {
      names.add(matcher.group(1));
    }
    return names.size() <= MOST_NAMED ? names : Set.of();
  }

  /** The region a letter is written to, where it is another than its own: 槿湖区人大常委会办公室： */
  private Set<String> addressed(MatterPaper paper) {
    Set<String> names = new TreeSet<>();
    for (String line : paper.text().get().lines().limit(LETTER_HEAD_LINES).toList()) {
      first(words.any("letter-to"), PaperReading.compact(line, folding)).ifPresent(names::add);
    }
    return names;
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
