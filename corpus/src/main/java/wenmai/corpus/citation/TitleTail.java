package wenmai.corpus.citation;

import java.util.Optional;
import wenmai.corpus.text.CompactText;
import wenmai.corpus.text.Numeral;

/** Reads what stands behind a title and belongs to it (标题之后): a note, a number, articles. */
final class TitleTail {
  private final CompactText text;
  private final Lexicon lexicon;
  private final NumberReader numbers;
  private final ProvisionParser provisions;

  TitleTail(CompactText text, Lexicon lexicon, NumberReader numbers, ProvisionParser provisions) {
    this.text = text;
    this.lexicon = lexicon;
    this.numbers = numbers;
    this.provisions = provisions;
  }

  /** （草案） behind the closing mark. */
  Optional<String> draftNote(int at) {
    if (text.at(at) != '(') {
      return Optional.empty();
    }
    return lexicon
        .draftNotes()
        .at(text, at + 1)
        .filter(match -> text.at(match.end()) == ')')
        .map(match -> text.slice(at + 1, match.end()));
  }

  /** A number or the year of a version in brackets belongs to the title before it. */
  Mention notes(Mention mention) {
    int at = mention.end();
    if (text.at(at) != '(' && text.at(at) != '[') {
      return mention;
    }
    for (int i = at + 1; i < at + 24 && i < text.length(); i++) {
      char c = text.at(i);
      if (NumberReader.opens(c)) {
        Optional<NumberReader.Found> number =
            numbers.at(i, at + 1).filter(found -> found.start() == at + 1);
        return number.map(found -> withNumber(mention, found)).orElse(mention);
      }
      if (c == ')' || c == ',') {
        break;
      }
    }
    Optional<NumberReader.Found> serial = numbers.serial(at + 1);
    if (serial.isPresent() && closes(serial.get().end())) {
      return withNumber(mention, serial.get());
    }
    return versionNoteEnd(at).map(mention::until).orElse(mention);
  }

  private boolean closes(int at) {
    return text.at(at) == ')' || text.at(at) == ']';
  }

  private Mention withNumber(Mention mention, NumberReader.Found found) {
    int end = closes(found.end()) ? found.end() + 1 : found.end();
    return mention.with(found.number(), end);
  }

  /** （2018修正）, （2015年修订本）. */
  private Optional<Integer> versionNoteEnd(int at) {
    Numeral year = Numeral.at(text, at + 1);
    if (!year.exists() || year.value() < 1949 || year.value() > 2100) {
      return Optional.empty();
    }
    int i = year.end();
    while (i < year.end() + 8 && "年修正订改版本通过文".indexOf(text.at(i)) >= 0 && text.at(i) != '\0') {
      i++;
    }
    return closes(i) ? Optional.of(i + 1) : Optional.empty();
  }

  /** The articles behind a title, also behind 中的. */
  Mention provision(Mention mention, String name) {
    int at = mention.end();
    if (text.startsAt(at, "中的")) {
      at += 2;
    } else if (text.at(at) == '的' || text.at(at) == '中') {
      at += 1;
    }
    Optional<ProvisionParser.Parsed> parsed =
        lexicon.hasPoints(name) ? provisions.points(at) : provisions.articles(at);
    return parsed.map(mention::with).orElse(mention);
  }
}
