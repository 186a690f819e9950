package wenmai.corpus.duplicate;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.document.Authority;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.WarningCode;
import wenmai.corpus.text.Repair;

/**
 * How near a document stands to where it came from (原创程度): the organ's own before the press and
 * mirrors, the undamaged before the cut, what carries its number and its own day before what lost
 * them, simplified script before what was converted, the clean before the page of a portal, plain
 * digits before the wide ones of a gazette, whole paragraphs before lines broken anew, the earlier
 * before the later, what was put out first before what was put out again, the longer before the
 * shorter.
 *
 * @param key sorts the most original first; no two documents have the same
 */
public record Originality(String key) implements Comparable<Originality> {
  private static final Set<WarningCode> DAMAGE =
      Set.of(
          WarningCode.CUT_TEXT,
          WarningCode.MISSING_SECTION,
          WarningCode.MASKED_NAME,
          WarningCode.LOW_OCR);

  /** Papers of the mainland are written in simplified script. */
  private static final String CONVERTED = "zh-Hant";

  /** One or two joined lines tell nothing. */
  private static final int REBROKEN = 3;

  /** One year written wide may be a slip of the keyboard. */
  private static final int WIDE_DIGITS = 8;

  private static final String NEVER = "9999-12-31";

  /** What was never put on a page stands before all that was. */
  private static final String NO_PAGE = "0000-00-00";

  public static Originality of(OfficialDocument document) {
    Facts facts = document.facts();
    boolean damaged =
        document.content().warnings().stream().anyMatch(warning -> DAMAGE.contains(warning.code()));
    boolean clutter =
        document.content().repairs().stream()
            .anyMatch(repair -> repair.why() == Repair.Reason.BOILERPLATE);
    return new Originality(
        String.format(
            Locale.ROOT,
            "%d%d%d%d%d%d%d%d %s %s %08d %s",
            distance(facts.value(FactKey.AUTHORITY)),
            damaged ? 1 : 0,
            facts.has(FactKey.NUMBER) ? 0 : 1,
            isDated(facts) ? 0 : 1,
            document.content().language().equals(CONVERTED) ? 1 : 0,
            clutter ? 1 : 0,
            isTypeset(document.content().text()) ? 1 : 0,
            isRebroken(document) ? 1 : 0,
            facts.value(FactKey.DATE).map(Object::toString).orElse(NEVER),
            facts.value(FactKey.PUBLISHED).map(Object::toString).orElse(NO_PAGE),
            Math.max(0, 99_999_999 - document.content().text().length()),
            document.id()));
  }

  /** Whether the paper itself tells its day; that of a page says when it was put up. */
  private static boolean isDated(Facts facts) {
    return facts.has(FactKey.ISSUED) || facts.has(FactKey.ADOPTED);
  }

  /** ２０２４年: offices write plain digits, gazettes set them as wide as the characters around. */
  private static boolean isTypeset(String text) {
    return text.chars().filter(c -> c >= '０' && c <= '９').limit(WIDE_DIGITS).count() == WIDE_DIGITS;
  }

  /** A text whose lines were broken anew to the width of a column. */
  private static boolean isRebroken(OfficialDocument document) {
    return document.content().repairs().stream()
            .filter(repair -> repair.why() == Repair.Reason.LINE_BREAK)
            .count()
        >= REBROKEN;
  }

  private static int distance(Optional<Authority> authority) {
    return switch (authority.orElse(Authority.UNKNOWN)) {
      case CONGRESS, PARTY, GOVERNMENT, SUPERVISORY, COURT, PROCURATORATE -> 0;
      case UNKNOWN -> 1;
      case MEDIA -> 2;
      case MIRROR -> 3;
    };
  }

  @Override
  public int compareTo(Originality other) {
    return key.compareTo(other.key);
  }
}
