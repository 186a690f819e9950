package wenmai.corpus.matter;

import java.util.stream.Stream;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.matter.Strand.Step;

/** What a matter is called (事项名称), from the form its template gives. */
final class SubjectLine {
  private final SubjectWords words;

  SubjectLine(SubjectWords words) {
    this.words = words;
  }

  String of(Strand strand, Step anchor) {
    String line = strand.template().subjectForm();
    line = line.replace("{subject}", subject(strand, anchor));
    line = line.replace("{year}", year(strand, anchor));
    line = line.replace("{work}", work(strand, anchor));
    line = line.replace("{serial}", key(strand, Template.Identity.SERIAL, "第", "号建议"));
    line = line.replace("{person}", key(strand, Template.Identity.PERSON, "", ""));
    return line.replace("{term}", key(strand, Template.Identity.TERM, "", ""));
  }

  private String subject(Strand strand, Step anchor) {
    return Stream.concat(Stream.of(anchor), strand.steps().stream())
        .flatMap(step -> step.signs().stream())
        .map(this::subject)
        .filter(subject -> !subject.isEmpty())
        .findFirst()
        .orElseGet(() -> strand.template().label());
  }

  /** As the title puts it; of a paper that is named in a joint letter, its bare words. */
  private String subject(Sign sign) {
    return sign.paper()
        .filter(paper -> paper.subject().equals(sign.subject()))
        .map(paper -> words.inTitle(paper.subject(), paper.title()))
        .orElseGet(() -> sign.subject().toString());
  }

  private static String year(Strand strand, Step anchor) {
    String key = key(strand, Template.Identity.YEAR, "", "");
    return key.isEmpty()
        ? anchor.date().or(strand::opened).map(day -> String.valueOf(day.getYear())).orElse("")
        : key;
  }

  /** The title of the law, rule or resolution as it stands. */
  private static String work(Strand strand, Step anchor) {
    String title = anchor.paper().paper().facts().get(FactKey.TITLE).map(Fact::value).orElse("");
    boolean itself =
        switch (anchor.stage().role()) {
          case "adopted-law", "published-law", "rule", "resolution", "motion" -> true;
          default -> false;
        };
    if (itself && !title.isEmpty()) {
      return title;
    }
    String key = key(strand, Template.Identity.WORK, "", "");
    return key.isEmpty() ? (title.isEmpty() ? strand.template().label() : title) : key;
  }

  private static String key(Strand strand, Template.Identity kind, String before, String after) {
    return strand.steps().stream()
        .flatMap(step -> step.signs().stream())
        .flatMap(sign -> sign.keys().stream())
        .filter(key -> key.kind() == kind)
        .map(Key::value)
        .sorted()
        .findFirst()
        .map(value -> before + value + after)
        .orElse("");
  }
}
