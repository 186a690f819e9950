package wenmai.corpus.matter;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.CongressSession;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.SessionBody;
import wenmai.corpus.text.ChineseNumeral;

/** Reads the serial numbers of suggestions and motions, with their session (建议议案编号识别). Pure. */
final class SerialReader {
  private static final Pattern NUMBER = Pattern.compile("(?<![0-9])0*([0-9]{1,4})(?![0-9)])");

  private final NamedPatterns words;
  private final List<Pattern> serials;

  SerialReader(NamedPatterns words) {
    this.words = words;
    this.serials = List.of(words.any("serial"), words.any("serial-of-anything"));
  }

  /** The numbers of the suggestions of a paper that is this step. */
  Set<Key> suggestions(Stage stage, PaperReading paper) {
    return serials(stage, paper, words.any("listed"));
  }

  /** The numbers of the motions of a paper that is this step. */
  Set<Key> motions(Stage stage, PaperReading paper) {
    return serials(stage, paper, words.any("motion-listed"));
  }

  private Set<Key> serials(Stage stage, PaperReading paper, Pattern each) {
    Set<Key> keys = new LinkedHashSet<>();
    String meeting = meeting(paper);
    Optional<DocumentNumber> own =
        paper.paper().facts().value(FactKey.NUMBER).filter(DocumentNumber::isSerialOnly);
    boolean itself = stage.role().equals("suggestion") || stage.role().equals("motion");
    if (itself && own.isPresent()) {
      return Set.of(new Key(Template.Identity.SERIAL, String.valueOf(own.get().serial()), meeting));
    }
    if (stage.is(Stage.Trait.JOINT)) {
      Matcher matcher = each.matcher(paper.compact());
      while (matcher.find() && keys.size() < 600) {
        keys.add(new Key(Template.Identity.SERIAL, group(matcher), meeting));
      }
      boolean isListed = each == words.any("listed");
      Matcher row = words.any("row").matcher(paper.compact());
      while (isListed && row.find() && keys.size() < 600) {
        if (paper.lineStartsAt(row.start())) {
          keys.add(new Key(Template.Identity.SERIAL, row.group(1), meeting));
        }
      }
      Matcher list = words.any("list").matcher(paper.compact());
      while (isListed && list.find() && keys.size() < 600) {
        Matcher number = NUMBER.matcher(list.group(1));
        while (number.find()) {
          keys.add(new Key(Template.Identity.SERIAL, number.group(1), meeting));
        }
      }
      if (!keys.isEmpty() || !words.any("form").matcher(paper.title()).find()) {
        return keys;
      }
    }
    return first(paper)
        .map(number -> Set.of(new Key(Template.Identity.SERIAL, number, meeting)))
        .orElse(Set.of());
  }

  /** The number under which a paper names one suggestion or motion. */
  private Optional<String> first(PaperReading paper) {
    for (String each : List.of(paper.title(), paper.head())) {
      for (Pattern form : serials) {
        Matcher matcher = form.matcher(each);
        if (matcher.find()) {
          return Optional.of(group(matcher));
        }
      }
    }
    Matcher ordinal = words.any("ordinal").matcher(paper.head());
    return ordinal.find() ? Optional.of(ordinal.group(1)) : Optional.empty();
  }

  /** A suggestion in a letter that hands over many: 第205号《关于…的建议》. */
  record Listed(String title, DocumentQuote words) {}

  /** The first place of each of these serial numbers that tells a title; in one pass. */
  Map<String, Listed> listed(PaperReading paper, Set<String> serials) {
    Map<String, Listed> listed = new HashMap<>();
    Matcher matcher = words.any("entry").matcher(paper.compact());
    for (int from = 0; listed.size() < serials.size() && matcher.find(from); ) {
      String serial = matcher.group(1);
      if (serials.contains(serial)) {
        String title = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
        DocumentQuote quote = paper.documentQuote(matcher.start(), matcher.end());
        listed.putIfAbsent(serial, new Listed(Objects.requireNonNull(title), quote));
      }
      from = matcher.end(1); // what is a title's part to one number may be an entry of its own
    }
    return listed;
  }

  private static String group(Matcher matcher) {
    for (int i = 1; i <= matcher.groupCount(); i++) {
      if (matcher.group(i) != null) {
        return matcher.group(i);
      }
    }
    throw new IllegalStateException("a match without a group");
  }

  /** The congress session that counts the serial number: 8-2; empty where it is not said. */
  private String meeting(PaperReading paper) {
    for (String each : List.of(paper.title(), paper.head())) {
      Matcher matcher = words.any("meeting").matcher(each);
      while (matcher.find()) {
        if (!matcher.group().contains("常")) {
          return ChineseNumeral.parse(matcher.group(1)).orElse(0)
              + "-"
              + ChineseNumeral.parse(matcher.group(2)).orElse(0);
        }
      }
    }
    boolean congress =
        paper
            .paper()
            .facts()
            .value(FactKey.SESSION_BODY)
            .filter(body -> body == SessionBody.CONGRESS)
            .isPresent();
    Optional<CongressSession> session = paper.paper().facts().value(FactKey.SESSION);
    return congress && session.isPresent()
        ? session.get().term() + "-" + session.get().sitting()
        : "";
  }
}
