package wenmai.corpus.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Organ;

/**
 * Reads who sent out the group whose report a paper is (组成调研组的机关), or examined what it speaks of,
 * where it says so in its first sentences and nobody else shows as the maker.
 */
final class GroupOrgan {
  private static final Pattern SENT =
      Pattern.compile(
          "(?:^|[,。日初旬末间来])(?<organ>[\\u4e00-\\u9fff]{2,30}?(?:委员会|工委|办公室|研究室))(?:组成|组织|派出|成立)(?:了)?(?:专题)?(?:调研|调查|检查|视察|评议)组");

  /** 市人大…委员会收到市人民政府提请审议的《…条例（草案）》后: who examines it reports on that. */
  private static final Pattern RECEIVED =
      Pattern.compile("^(?<organ>[\\u4e00-\\u9fff]{4,30}?委员会)收到[^。]{2,80}(?:提请审议|提交)的");

  /** What those report who went out; others report what they did on it. */
  private static final Pattern INQUIRY =
      Pattern.compile("^(?!.*(?:整改|落实|研究处理|办理)).*(?:调研|调查|视察|检查|考察)(?:情况)?(?:的)?(?:报告|汇报)$");

  private static final int OPENING = 240;

  private final Draft draft;
  private final OrganFacts facts;

  GroupOrgan(Draft draft, OrganFacts facts) {
    this.draft = draft;
    this.facts = facts;
  }

  Optional<Fact<Organ>> read() {
    if (draft.kind() == Kind.REPORT && draft.title().isEmpty()) {
      Optional<Fact<Organ>> examiner = first(RECEIVED);
      if (examiner.isPresent()) {
        return examiner;
      }
    }
    boolean own =
        draft
            .title()
            .map(title -> INQUIRY.matcher(title.compact()).find())
            .orElseGet(() -> draft.head().first(Role.ADDRESSEE).isEmpty());
    return draft.kind() == Kind.REPORT && own ? first(SENT) : Optional.empty();
  }

  private Optional<Fact<Organ>> first(Pattern pattern) {
    String compact = draft.sheet().compact();
    int from =
        draft.head().body() < draft.sheet().lines().size()
            ? draft.sheet().compactStart(draft.sheet().lines().get(draft.head().body()))
            : compact.length();
    Matcher sent =
        pattern.matcher(compact).region(from, Math.min(compact.length(), from + OPENING));
    return sent.find() && facts.isName(sent.group("organ"))
        ? facts.read(
            sent.group("organ"), draft.sheet().spanOfCompact(sent.start("organ"), sent.end()), 0.7)
        : Optional.empty();
  }
}
