package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.text.Span;

/**
 * A sentence of a report that may answer a demand (答复语句).
 *
 * @param part number of the point it stands under, among those of all reports; sentences under one
 *     heading have the same
 * @param number of the outermost point it stands under; 0 where there is none
 * @param heading what the headings over it are made of
 * @param points numbers of the points of the opinion that it says it answers, or the sentence that
 *     begins its part does
 * @param terms what it is made of itself
 * @param telling what tells it from others, of itself and of the headings over it
 */
record Said(
    PaperReading report,
    Span sentence,
    int part,
    int number,
    Set<String> heading,
    Set<Integer> points,
    Set<String> terms,
    Set<String> telling) {
  private static final int SHORTEST = 6;
  private static final int SHORTEST_ROW = 12;
  private static final int LONGEST_HEADING = 26;
  private static final String STOPS = "。；;？?";
  private static final int INNERMOST = PointMarker.LEVELS - 1;

  Said {
    heading = Set.copyOf(heading);
    points = Set.copyOf(points);
    terms = Set.copyOf(terms);
    telling = Set.copyOf(telling);
  }

  /** The sentences of reports in order; headings and letterheads are none. */
  static List<Said> in(List<PaperReading> reports, DemandWords words, Cues cues) {
    List<Said> said = new ArrayList<>();
    for (PaperReading report : reports) {
      new Walk(report, words, cues, said).through();
    }
    return said;
  }

  /** The way through a report, with what stands over the sentence that is looked at. */
  private static final class Walk {
    private final PaperReading report;
    private final DemandWords words;
    private final Cues cues;
    private final List<Said> said;
    private final List<String> headings = new ArrayList<>();
    private Set<Integer> points = Set.of();
    private boolean underPoint;
    private int part;
    private int outermost = PointMarker.LEVELS;
    private int number;
    private boolean headingAlone;

    Walk(PaperReading report, DemandWords words, Cues cues, List<Said> said) {
      this.report = report;
      this.words = words;
      this.cues = cues;
      this.said = said;
      this.part = said.isEmpty() ? 0 : said.getLast().part() + 1;
    }

    void through() {
      for (int i = 0; i < report.sentences().size(); i++) {
        Span sentence = report.sentences().get(i);
        String own = sentence.in(report.compact());
        int level = PointMarker.level(sentence, report);
        Set<Integer> named = PointMarker.named(own, cues.demandPoints());
        boolean opens = level == 0 && opensPart(sentence, own);
        if (opens || (level == 0 && endsPoint(sentence, own))) {
          begin(opens ? INNERMOST : outermost, 0, named);
        } else if (level > 0) {
          headingAlone =
              i + 1 < report.sentences().size()
                  && report.lineStartsAt(report.sentences().get(i + 1).start());
          begin(level, PointMarker.number(sentence, report.compact()), named);
        } else if (!named.isEmpty()) {
          points = named;
        }
        if (opens ? isTitle(own) : isHeading(report, i, level)) {
          while (headings.size() < (opens ? INNERMOST : level) - 1) {
            headings.add("");
          }
          headings.add(own);
        } else if (isProse(sentence, report, underPoint)) {
          said.add(said(sentence, own));
        }
      }
    }

    private void begin(int level, int number, Set<Integer> named) {
      part++;
      if (level <= outermost || number == 0) {
        outermost = level;
        this.number = number;
      }
      underPoint = true;
      points = named;
      while (headings.size() >= level) {
        headings.removeLast();
      }
    }

    /** A part without a number: 关于水质的意见。 【意见三】 问：水源地划了没有？ */
    private boolean opensPart(Span sentence, String own) {
      return report.lineStartsAt(sentence.start()) && cues.reportOpens().matcher(own).find();
    }

    /** Behind a point in one paragraph with its number, the next paragraph stands under none. */
    private boolean endsPoint(Span sentence, String own) {
      return number > 0
          && report.lineStartsAt(sentence.start())
          && STOPS.indexOf(report.compact().charAt(sentence.start() - 1)) >= 0
          && (!headingAlone || cues.reportCloses().matcher(own).find());
    }

    private Said said(Span sentence, String own) {
      Set<String> heading = new HashSet<>();
      Set<String> telling = new HashSet<>(words.telling(own));
      for (String each : headings) {
        heading.addAll(words.all(each));
        telling.addAll(words.telling(each));
      }
      return new Said(report, sentence, part, number, heading, points, words.all(own), telling);
    }
  }

  private static boolean isTitle(String words) {
    return words.length() <= LONGEST_HEADING && !words.matches(".*[0-9].*");
  }

  /** Short words with a number before them, over sentences or points. */
  private static boolean isHeading(PaperReading report, int at, int level) {
    Span sentence = report.sentences().get(at);
    return level > 0
        && at + 1 < report.sentences().size()
        && isTitle(
            report
                .compact()
                .substring(PointMarker.behind(sentence, report.compact()), sentence.end()));
  }

  /** A line without a stop is a title, an address or a signature, unless it is one of a table. */
  private static boolean isProse(Span sentence, PaperReading report, boolean underPoint) {
    String words = sentence.in(report.compact());
    boolean stops = STOPS.indexOf(words.charAt(words.length() - 1)) >= 0;
    return words.length() >= (stops ? SHORTEST : underPoint ? SHORTEST_ROW : Integer.MAX_VALUE);
  }

  String words() {
    return sentence.in(report.compact());
  }

  /** Its words and those of what follows, up to the last of it, without the stop. */
  DocumentQuote quoteTo(Said last) {
    String words = report.compact();
    int end = last.sentence().end();
    while (end > sentence.start() && STOPS.indexOf(words.charAt(end - 1)) >= 0) {
      end--;
    }
    return report.documentQuote(sentence.start(), end);
  }
}
