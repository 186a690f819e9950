package wenmai.corpus.citation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.citation.Catalogue.Entry;
import wenmai.corpus.document.CongressSession;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Organ;
import wenmai.corpus.text.CompactText;
import wenmai.corpus.text.Numeral;

/** Finds a document by the session that made it: 第二十八次会议通过的决议. */
final class SessionNamed {
  private static final String CONGRESS = "人民代表大会";
  private static final String COMMITTEE = "常务委员会";

  private SessionNamed() {}

  static List<Entry> by(Citation citation, Facts citing, Catalogue catalogue) {
    CompactText words = CompactText.of(citation.place().words());
    Optional<CongressSession> session = session(words, citing);
    Optional<Kind> kind = kind(words);
    if (session.isEmpty() || kind.isEmpty()) {
      return List.of();
    }
    Set<Entry> found = new LinkedHashSet<>();
    for (Organ organ : organs(citation.place().words(), citing)) {
      catalogue.ofSession(organ, session.get()).stream()
          .filter(entry -> entry.kind() == kind.get())
          .forEach(found::add);
    }
    return List.copyOf(found);
  }

  /** The session as named; a term that is not named is that of the citing text. */
  private static Optional<CongressSession> session(CompactText words, Facts citing) {
    int term = 0;
    int sitting = 0;
    for (int i = 0; i < words.length(); i++) {
      Numeral number = Numeral.at(words, i);
      if (number.exists()) {
        term = words.at(number.end()) == '届' ? number.value() : term;
        sitting = words.startsAt(number.end(), "次会议") ? number.value() : sitting;
        i = number.end() - 1;
      }
    }
    int known = citing.value(FactKey.SESSION).map(CongressSession::term).orElse(0);
    int meant = term > 0 ? term : known;
    return meant > 0 && meant < 100 && sitting > 0 && sitting < 200
        ? Optional.of(new CongressSession(meant, sitting))
        : Optional.empty();
  }

  private static Optional<Kind> kind(CompactText words) {
    int end = words.length();
    if (words.endsAt(end, "决议")) {
      return Optional.of(Kind.RESOLUTION);
    }
    if (words.endsAt(end, "决定")) {
      return Optional.of(Kind.DECISION);
    }
    if (words.endsAt(end, "审议意见")) {
      return Optional.of(Kind.REVIEW_OPINION);
    }
    return words.endsAt(end, "公告") ? Optional.of(Kind.ANNOUNCEMENT) : Optional.empty();
  }

  /** The citing text's own congress and its standing committee, as far as its organ tells them. */
  private static List<Organ> organs(String words, Facts citing) {
    Optional<String> own = citing.value(FactKey.ORGAN).map(Organ::name);
    if (own.isEmpty() || !own.get().contains(CONGRESS)) {
      return List.of();
    }
    String congress = own.get().substring(0, own.get().indexOf(CONGRESS) + CONGRESS.length());
    Organ committee = new Organ(congress + COMMITTEE);
    return words.contains("大会") && !words.contains("常")
        ? List.of(new Organ(congress))
        : List.of(committee, new Organ(congress));
  }
}
