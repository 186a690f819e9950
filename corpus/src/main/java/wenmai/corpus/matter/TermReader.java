package wenmai.corpus.matter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.text.Span;

/** Finds the terms that papers set (期限识别), in sentences that speak of what is owed. Pure. */
final class TermReader {
  private static final Pattern CLAUSE = Pattern.compile("[^,，]++");
  private static final int LONGEST_SENTENCE = 600;

  private final TermWords told;
  private final LimitReader limits;

  TermReader(WorkCalendar calendar, TermWords told) {
    this.told = told;
    this.limits = new LimitReader(calendar, told);
  }

  /**
   * @param due its last day
   * @param sentence the sentence that sets it
   */
  record Term(LocalDate due, DocumentQuote sentence) {}

  /**
   * The terms that sentences with this cue set; of one sentence those it names one by one, else the
   * last.
   *
   * @param counted the day from which 两个月内 is counted
   * @param whole whether every term of the sentence counts, as of a promise, and not those near the
   *     cue alone
   */
  List<Term> find(
      PaperReading paper,
      Pattern cue,
      Optional<Pattern> relativeFrom,
      Optional<LocalDate> counted,
      boolean whole) {
    List<Term> near = new ArrayList<>();
    List<Term> far = new ArrayList<>();
    for (Span sentence : paper.sentences()) {
      String words = sentence.in(paper.compact());
      if (words.length() <= LONGEST_SENTENCE && cue.matcher(words).find()) {
        boolean spans = relativeFrom.isEmpty() || relativeFrom.get().matcher(words).find();
        boolean inForce = told.countsFromEffect(words);
        Optional<LocalDate> from =
            inForce ? paper.paper().facts().value(FactKey.EFFECTIVE).or(() -> counted) : counted;
        DocumentQuote quote = paper.documentQuote(sentence.start(), sentence.end());
        String open = told.open(words, whole);
        boolean all = whole || limits.isList(words);
        List<LocalDate> close = all ? List.of() : closeDues(open, cue, from, spans);
        close.forEach(due -> near.add(new Term(due, quote)));
        dues(open, from, spans).forEach(due -> far.add(new Term(due, quote)));
        if (whole) {
          others(open, from).forEach(due -> far.add(new Term(due, quote)));
        }
      }
    }
    return near.isEmpty() ? far : near;
  }

  /** The terms of the first clause that has both the cue and a term. */
  private List<LocalDate> closeDues(
      String words, Pattern cue, Optional<LocalDate> from, boolean spans) {
    List<LocalDate> every = limits.everyYear(words);
    if (!every.isEmpty()) {
      return every;
    }
    Optional<LocalDate> named = limits.named(words, from);
    if (named.isPresent() && cue.matcher(words).find()) {
      return List.of(named.get());
    }
    Matcher clause = CLAUSE.matcher(words);
    while (clause.find()) {
      if (cue.matcher(clause.group()).find()) {
        String before = words.substring(0, clause.start());
        List<LocalDate> dues = dues(clause.group(), limits.told(before, from), spans);
        if (!dues.isEmpty()) {
          return dues;
        }
      }
    }
    return List.of();
  }

  /** 6月底前完成9项，年底前完成3项: terms of a sentence that are put in another way than its first. */
  private List<LocalDate> others(String sentence, Optional<LocalDate> counted) {
    String words = told.setting(sentence);
    List<LocalDate> all = new ArrayList<>(LimitReader.partsOfYear(words, counted));
    // a month that is told without its year may have been
    Stream.concat(limits.days(words, counted).stream(), limits.months(words, counted).stream())
        .filter(due -> words.contains(String.valueOf(due.getYear())))
        .forEach(all::add);
    return all;
  }

  /** The last days that words allow. */
  List<LocalDate> dues(String words, Optional<LocalDate> counted, boolean spans) {
    return limits.dues(told.setting(words), counted, spans);
  }
}
