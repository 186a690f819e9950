package wenmai.corpus.search;

import java.text.Normalizer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.citation.TitleKey;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.engine.CitedPlace;
import wenmai.corpus.structure.Provision;

/**
 * Words that name a paper, or a place in one (点名): 《预算法》第十二条第二款, 平人常发〔2022〕12号.
 *
 * @param name the title or number as it stands, without 《》
 */
record NamedPlace(String name, Optional<DocumentNumber> number, Optional<Provision> provision) {
  private static final String NUMERAL = "([0-9〇零一二两三四五六七八九十百千]{1,9}+)";

  /** 第十二条, 第12条之一, 第二款, 第（三）项 at the end, perhaps with 的内容 and the like behind it. */
  private static final Pattern PROVISION =
      Pattern.compile(
          "第"
              + NUMERAL
              + "条(?:之"
              + NUMERAL
              + ")?+"
              + "(?:第"
              + NUMERAL
              + "款)?+"
              + "(?:第\\(?+"
              + NUMERAL
              + "\\)?+项)?+");

  private static final Pattern NUMBER =
      Pattern.compile("(\\S{1,30}?)[〔\\[(【〈]([0-9]{4})[〕\\])】〉]第?+([0-9]{1,6})号");

  /** Reads the whole text as a name; every text is one. */
  static NamedPlace of(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s++", "");
    Optional<DocumentNumber> number = number(folded);
    if (number.isPresent()) {
      return new NamedPlace(folded, number, Optional.empty());
    }
    Matcher matcher = PROVISION.matcher(folded);
    int from = 0;
    while (matcher.find(from)) {
      if (matcher.end() == folded.length() && matcher.start() > 0) {
        return new NamedPlace(
            bare(folded.substring(0, matcher.start())), Optional.empty(), provision(matcher));
      }
      from = matcher.end();
    }
    return new NamedPlace(bare(folded), Optional.empty(), Optional.empty());
  }

  /** The first provision in a folded text, such as a question that begins with 预算法第十二条. */
  static Optional<NamedPlace> within(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s++", "");
    Matcher matcher = PROVISION.matcher(folded);
    return matcher.find() && matcher.start() > 0
        ? Optional.of(
            new NamedPlace(
                bare(folded.substring(0, matcher.start())), Optional.empty(), provision(matcher)))
        : Optional.empty();
  }

  CitedPlace cited() {
    return number.isPresent()
        ? new CitedPlace(Optional.empty(), number, provision)
        : new CitedPlace(Optional.of(TitleKey.of(name)), Optional.empty(), provision);
  }

  private static Optional<DocumentNumber> number(String folded) {
    Matcher matcher = NUMBER.matcher(folded);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int serial = Integer.parseInt(matcher.group(3));
    int year = Integer.parseInt(matcher.group(2));
    return serial < 1 || year == 0
        ? Optional.empty()
        : Optional.of(new DocumentNumber(matcher.group(1), year, serial));
  }

  private static String bare(String name) {
    return name.replaceAll("[《》〈〉]", "");
  }

  private static Optional<Provision> provision(Matcher matcher) {
    int article = group(matcher, 1);
    return article == 0
        ? Optional.empty()
        : Optional.of(
            Provision.of(
                new Provision.Point(
                    article, group(matcher, 2), group(matcher, 3), group(matcher, 4))));
  }

  private static int group(Matcher matcher, int group) {
    String numeral = matcher.group(group);
    OptionalInt value = numeral == null ? OptionalInt.of(0) : ChineseNumber.parse(numeral);
    return value.orElse(0);
  }
}
