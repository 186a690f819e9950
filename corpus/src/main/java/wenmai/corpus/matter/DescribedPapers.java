package wenmai.corpus.matter;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.citation.Relation;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.FactKey;

/**
 * Finds papers that are named without 《》 by what they are about and what they are (无书名号的文件指称):
 * 关于全县农村饮水安全工作的审议意见. A description means the last paper of that kind and subject before the paper
 * that gives it. Pure.
 */
final class DescribedPapers {
  private static final double LEAST = 0.78;
  private static final int LEAST_PAIRS = 3;
  private static final int MONTHS = 18;
  private static final int EARLY = 500;
  private static final int MOST = 40;

  private final MatterTemplates templates;
  private final Pattern description;
  private final Map<String, List<Sign>> byPair = new HashMap<>();

  /**
   * @param known papers by what they are
   */
  DescribedPapers(MatterTemplates templates, Collection<Sign> known) {
    this.templates = templates;
    this.description = templates.cues().description();
    for (Sign sign : known) {
      if (sign.isHeld() && !sign.stage().is(Stage.Trait.JOINT) && sign.date().isPresent()) {
        for (String pair : sign.subject().pairs()) {
          byPair.computeIfAbsent(pair, each -> new ArrayList<>()).add(sign);
        }
      }
    }
  }

  /**
   * @param whole whether all of the text is looked through, and not its beginning alone
   */
  List<Pointer> in(PaperReading paper, boolean whole) {
    if (paper.date().isEmpty()) {
      return List.of();
    }
    Map<DocumentId, Pointer> found = new TreeMap<>();
    String words = whole ? paper.compact() : paper.head();
    Matcher matcher = description.matcher(words);
    int at = 0;
    while (found.size() < MOST && matcher.find(at)) {
      String phrase = matcher.group();
      int start = matcher.start();
      int end = matcher.end();
      meant(phrase, paper)
          .ifPresent(id ->
              found.putIfAbsent(
                  id,
                  new Pointer(
                      List.of(id),
                      phrase,
                      Optional.empty(),
                      Relation.MENTIONS,
                      paper.documentQuote(start, end),
                      true)));
      at = end;
    }
    return List.copyOf(found.values());
  }

  private Optional<DocumentId> meant(String phrase, PaperReading paper) {
    Subject subject =
        templates.subjectWords().of(phrase, paper.paper().facts().value(FactKey.REGION));
    if (subject.pairs().size() < LEAST_PAIRS) {
      return Optional.empty();
    }
    Set<Sign> candidates = new HashSet<>();
    subject.pairs().forEach(pair -> candidates.addAll(byPair.getOrDefault(pair, List.of())));
    LocalDate day = paper.date().orElseThrow();
    return candidates.stream()
        .filter(sign -> sign.subject().pairs().size() >= LEAST_PAIRS)
        .filter(sign -> sign.id().filter(id -> !id.equals(paper.id())).isPresent())
        .filter(sign -> isBefore(sign, day))
        .filter(sign -> sign.subject().likeness(subject) >= LEAST)
        .filter(sign -> templates.playsCited(sign.stage().role(), phrase))
        .max(
            Comparator.comparing((Sign sign) -> sign.date().orElse(LocalDate.MIN))
                .thenComparingDouble(sign -> sign.subject().likeness(subject))
                .thenComparing(Sign::name))
        .flatMap(Sign::id);
  }

  private static boolean isBefore(Sign sign, LocalDate day) {
    LocalDate date = sign.date().orElse(LocalDate.MAX);
    return !date.isAfter(day) && ChronoUnit.MONTHS.between(date, day) <= MONTHS;
  }
}
