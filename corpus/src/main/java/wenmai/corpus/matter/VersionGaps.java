package wenmai.corpus.matter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.matter.MatterDraft.Obligation;
import wenmai.corpus.matter.Strand.Step;
import wenmai.corpus.text.Quote;
import wenmai.corpus.version.AmendmentEvent;
import wenmai.corpus.version.AmendmentNote;
import wenmai.corpus.version.AmendmentNotesReader;

/**
 * Texts of a law that are known by their day and not held (未收录的法规文本): each passing and each
 * amendment that a note under a title (题注) or an announcement dates had a text of its own.
 */
final class VersionGaps {
  private static final String TEXT = "adopted-law";
  private static final Set<String> TEXTS = Set.of(TEXT, "published-law");
  private static final String ANNOUNCEMENT = "law-announcement";
  private static final Pattern PASSED =
      Pattern.compile(
          "([12][0-9]{3})年([0-9]{1,2})月([0-9]{1,2})日(?:[^。;；年]{0,20})?(?:修订|修正|审议|表决|会议)?通过");

  private VersionGaps() {}

  static List<Obligation> of(Strand strand) {
    List<Step> texts = strand.ofRoles(TEXTS);
    Set<LocalDate> held =
        texts.stream()
            .flatMap(step -> step.date().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    if (held.isEmpty()) {
      // without any text the step itself is lacking, and named as such
      return List.of();
    }
    Map<LocalDate, DocumentQuote> known = new TreeMap<>();
    texts.forEach(step -> noted(step).forEach(known::putIfAbsent));
    strand
        .ofRoles(Set.of(ANNOUNCEMENT))
        .forEach(step -> announced(step).forEach(known::putIfAbsent));
    known.keySet().removeAll(held);
    String name = strand.template().stage(TEXT).map(Stage::name).orElse(TEXT);
    return known.entrySet().stream()
        .map(each ->
            GapReader.gap(
                name,
                "其他文件写明"
                    + each.getKey()
                    + "的文本而未收录：“"
                    + each.getValue().quote().words().strip()
                    + "”",
                java.util.Optional.of(each.getValue()),
                strand.steps().stream()
                    .filter(step -> step.date().filter(each.getKey()::isBefore).isPresent())
                    .map(Step::id)
                    .findFirst()))
        .toList();
  }

  private static Map<LocalDate, DocumentQuote> noted(Step step) {
    Map<LocalDate, DocumentQuote> days = new LinkedHashMap<>();
    for (AmendmentNote note : AmendmentNotesReader.read(step.paper().paper().text().get())) {
      if (note.event() == AmendmentEvent.ADOPTED || note.event().amends()) {
        days.putIfAbsent(note.date(), new DocumentQuote(step.id(), note.quote()));
      }
    }
    return days;
  }

  private static Map<LocalDate, DocumentQuote> announced(Step step) {
    Map<LocalDate, DocumentQuote> days = new LinkedHashMap<>();
    Matcher matcher = PASSED.matcher(step.paper().head());
    while (matcher.find()) {
      try {
        Quote quote = step.paper().quote(matcher.start(), matcher.end());
        days.putIfAbsent(day(matcher), new DocumentQuote(step.id(), quote));
      } catch (DateTimeException e) {
        // 2月30日 is no day of a text
      }
    }
    return days;
  }

  private static LocalDate day(Matcher matcher) {
    return LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(Objects.requireNonNull(matcher.group(group)));
  }
}
