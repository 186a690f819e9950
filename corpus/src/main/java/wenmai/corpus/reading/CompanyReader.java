package wenmai.corpus.reading;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.Region;

/**
 * Reads the area of a paper that says 县人民政府 or 区人大常委会 and nowhere which, in the company of the
 * papers it lies beside (同卷文件): theirs, where they have one of the level it speaks of itself. A
 * paper that speaks of no level, or that names another place of that level, gets nothing from them.
 */
final class CompanyReader {
  private static final double CONFIDENCE = 0.5;

  /** A paper of 某自治县 may say 县; beside one of another county 县 is that one's. */
  private static final String AUTONOMOUS = "自治";

  private static final String LEVEL = "(?<level>自治[区州县旗]|[省市县区州旗盟镇乡])";

  private static final Pattern LEADING = Pattern.compile("^" + LEVEL);

  private final Draft draft;
  private final Phrases phrases;
  private final Optional<String> printed;

  /**
   * @param printed the organ as printed, without its place
   */
  CompanyReader(Draft draft, Optional<String> printed) {
    this.draft = draft;
    this.phrases = draft.rules().phrases();
    this.printed = printed;
  }

  /**
   * @param company places of the papers beside it
   */
  Optional<Fact<Region>> read(List<Region> company) {
    return level()
        .or(() -> named(company))
        .flatMap(level ->
            company.stream()
                .filter(place -> place.isOf(level))
                .filter(place -> isAloneOf(level, place.name()))
                .min(Comparator.comparing(place -> place.isOf(AUTONOMOUS + level))))
        .map(place -> Fact.inferred(place, new Evidence.InCompany(place.name()), CONFIDENCE));
  }

  /** The level the paper speaks of as its own: that of its organ, its title, else most often. */
  private Optional<String> level() {
    if (draft.kind().isNorm()) {
      Matcher own = draft.rules().phrases().any("own-area").matcher(draft.sheet().compact());
      return own.find() ? Optional.of(own.group("level")) : Optional.empty();
    }
    return printed
        .flatMap(organ -> first(LEADING, organ))
        .or(() ->
            draft.title().flatMap(title -> first(phrases.any("level-of-company"), title.compact())))
        .or(this::mostSpokenOf);
  }

  /** The level of a place that it names itself, though but in passing. */
  private Optional<String> named(List<Region> company) {
    return company.stream()
        .filter(place -> !draft.kind().isNorm())
        .filter(place -> draft.sheet().compact().contains(place.name()))
        .flatMap(place -> place.level().stream())
        .findFirst();
  }

  private static Optional<String> first(Pattern form, String words) {
    Matcher matcher = form.matcher(words);
    return matcher.find() ? Optional.of(matcher.group("level")) : Optional.empty();
  }

  private Optional<String> mostSpokenOf() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Line line : draft.sheet().lines()) {
      Matcher matcher = phrases.any("level-of-company").matcher(line.compact());
      while (matcher.find()) {
        counts.merge(matcher.group("level"), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  /** Whether text, folder and site name no other place of this level than this one. */
  private boolean isAloneOf(String level, String name) {
    Places places = draft.places();
    return places
        .mostNamedEnding(level)
        .or(() -> places.origin().place(level))
        .or(() -> places.origin().ofPress(level))
        .filter(other -> !name.startsWith(other.substring(0, other.length() - 1)))
        .isEmpty();
  }
}
