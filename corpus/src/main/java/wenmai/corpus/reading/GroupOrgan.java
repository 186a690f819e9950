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
  private static final int OPENING = 240;

  private final Draft draft;
  private final OrganFacts facts;
  private final Phrases phrases;

  GroupOrgan(Draft draft, OrganFacts facts) {
    this.phrases = draft.rules().phrases();
    this.draft = draft;
    this.facts = facts;
  }

  Optional<Fact<Organ>> read() {
    if (draft.kind() == Kind.REPORT && draft.title().isEmpty()) {
      Optional<Fact<Organ>> examiner = first(phrases.any("group-received"));
      if (examiner.isPresent()) {
        return examiner;
      }
    }
    boolean own =
        draft
            .title()
            .map(title -> phrases.any("group-inquiry").matcher(title.compact()).find())
            .orElseGet(() -> draft.head().first(Role.ADDRESSEE).isEmpty());
    return draft.kind() == Kind.REPORT && own ? first(phrases.any("group-sent")) : Optional.empty();
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
