package wenmai.corpus.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.text.CompactText;
import wenmai.corpus.text.CompactText.Gap;

/** Cuts the head of a text into stretches that begin with a date and say what happened on it. */
final class NoteSegmenter {
  private static final String OPENING = "([〔【";
  private static final String CLOSING = ")]〕】";

  /** The name of a body with its term and session, in characters. */
  private static final int LONGEST_BODY = 60;

  private static final int SHORTEST_BODY = 6;

  private final CompactText text;

  NoteSegmenter(CompactText text) {
    this.text = text;
  }

  List<NoteSegment> segments(int headEnd) {
    List<NoteSegment> segments = new ArrayList<>();
    int at = 0;
    int lastEnd = -1;
    while (at < headEnd) {
      Optional<PrintedDay> day = PrintedDay.at(text, at);
      if (day.isEmpty()) {
        at++;
        continue;
      }
      Optional<NoteSegment> segment =
          opensNote(at, lastEnd) ? segment(at, day.get(), headEnd) : Optional.empty();
      segment.ifPresent(segments::add);
      lastEnd = segment.map(NoteSegment::end).orElse(lastEnd);
      at = segment.map(NoteSegment::end).orElse(day.get().end());
    }
    return shared(segments);
  }

  /**
   * 甲会议、2020年8月21日乙会议通过: the first takes the step of the second; where nothing follows it was no
   * step.
   */
  private static List<NoteSegment> shared(List<NoteSegment> segments) {
    List<NoteSegment> told = new ArrayList<>();
    for (int i = segments.size() - 1; i >= 0; i--) {
      NoteSegment segment = segments.get(i);
      if (!segment.events().isEmpty()) {
        told.addFirst(segment);
      } else if (i + 1 < segments.size() && told.size() == segments.size() - 1 - i) {
        told.addFirst(segment.with(told.getFirst().events().subList(0, 1)));
      }
    }
    return told;
  }

  /** At the start of a line or a bracket, behind 根据 or 自 there, or behind another step. */
  private boolean opensNote(int at, int lastEnd) {
    int start = at;
    for (String lead : List.of("根据", "自", "并经", "经", "于", "据")) {
      if (text.endsAt(start, lead)) {
        start -= lead.length();
        break;
      }
    }
    while (start > 0 && isJoint(text.at(start - 1))) {
      start--;
    }
    return start == 0
        || start == lastEnd
        || OPENING.indexOf(text.at(start - 1)) >= 0
        || text.gapBefore(start) == Gap.LINE
        || text.gapBefore(start) == Gap.PARAGRAPH
        || (lastEnd >= 0 && start <= lastEnd + 2)
        || bodyBefore(at) >= 0;
  }

  /**
   * Where the body begins that stands between an opening bracket and this date; -1 where none does.
   */
  private int bodyBefore(int at) {
    for (int i = at - 1; i >= Math.max(0, at - LONGEST_BODY); i--) {
      char c = text.at(i);
      if (OPENING.indexOf(c) >= 0) {
        return at - i > SHORTEST_BODY ? i + 1 : -1;
      }
      boolean year = c == '年' && i > 0 && Character.isDigit(text.at(i - 1));
      if (year || (!Character.isIdeographic(c) && !Character.isLetterOrDigit(c))) {
        return -1;
      }
    }
    return -1;
  }

  private Optional<String> nameBefore(int from, int at) {
    int end = text.at(at - 1) == '于' || text.at(at - 1) == '在' ? at - 1 : at;
    return from < 0 ? Optional.empty() : Optional.of(text.slice(from, end));
  }

  private static boolean isJoint(char c) {
    return c == ',' || c == '、' || c == ';' || c == '。' || c == '的' || c == '并';
  }

  private Optional<NoteSegment> segment(int start, PrintedDay day, int headEnd) {
    boolean bracketed = start > 0 && OPENING.indexOf(text.at(start - 1)) >= 0;
    if (text.at(day.end()) == ',' && !bracketed) {
      return Optional.empty(); // prose
    }
    List<AmendmentEvent> events = new ArrayList<>();
    Optional<String> decision = Optional.empty();
    int bodyEnd = -1;
    int end = day.end();
    int at = day.end();
    while (at < headEnd && !endsStep(at, day.end(), !events.isEmpty())) {
      if (text.at(at) == '《' || text.at(at) == '<') {
        bodyEnd = bodyEnd < 0 ? at : bodyEnd;
        int close = titleEnd(at, headEnd);
        if (close <= at + 1) {
          break;
        }
        if (events.stream().anyMatch(AmendmentEvent::amends) && text.at(at - 1) == '的') {
          return Optional.empty(); // 2010年修正的《某法》 speaks of another text
        }
        decision = Optional.of(text.slice(at + 1, close - 1).replace('<', '《').replace('>', '》'));
        at = close;
        end = events.isEmpty() ? end : at;
        continue;
      }
      int plain = decision.isEmpty() ? plainDecisionEnd(at, headEnd) : -1;
      if (plain > 0) {
        bodyEnd = bodyEnd < 0 ? at : bodyEnd;
        decision = Optional.of(text.slice(at, plain).replace('<', '《').replace('>', '》'));
        at = plain;
        continue;
      }
      Optional<EventWord> word = EventWord.at(text, at);
      if (word.isPresent()) {
        bodyEnd = bodyEnd < 0 ? at : bodyEnd;
        if (!events.contains(word.get().event())) {
          events.add(word.get().event());
        }
        at = word.get().end();
        end = at;
      } else {
        at++;
      }
    }
    if (events.isEmpty()) {
      end = at;
      while (end > day.end() && isJoint(text.at(end - 1))) {
        end--;
      }
    }
    return finished(start, day, bodyEnd, end, events, decision);
  }

  private Optional<NoteSegment> finished(
      int start,
      PrintedDay day,
      int bodyEnd,
      int end,
      List<AmendmentEvent> events,
      Optional<String> decision) {
    boolean amended = events.stream().anyMatch(AmendmentEvent::amends);
    boolean byDecision =
        decision.filter(title -> namesAmendment(title) || text.endsAt(end, "决定》")).isPresent();
    if (!amended && byDecision && !events.contains(AmendmentEvent.APPROVED)) {
      // 第七届…会议通过的《宪法修正案》: the adoption is that of the amendment.
      events.remove(AmendmentEvent.ADOPTED);
      events.add(AmendmentEvent.CORRECTED);
    } else if (amended) {
      // …会议通过的《…的决定》修正, 修订通过: one step, not two.
      events.remove(AmendmentEvent.ADOPTED);
    }
    if (events.equals(List.of(AmendmentEvent.EFFECTIVE)) && bodyEnd > day.end() + 1) {
      return Optional.empty(); // 1997年7月1日至本安排生效之日 is prose
    }
    int nameEnd = bodyEnd < 0 ? end : bodyEnd;
    boolean shared = events.isEmpty() && text.endsAt(nameEnd, "会议") && nameEnd > day.end();
    int before = bodyBefore(start);
    return events.isEmpty() && !shared
        ? Optional.empty()
        : Optional.of(
            new NoteSegment(
                day.date(),
                before >= 0 ? before : start,
                day.end(),
                shared || bodyEnd >= 0 ? nameEnd : day.end(),
                end,
                List.copyOf(events),
                decision,
                nameBefore(before, start)));
  }

  private static boolean namesAmendment(String title) {
    return title.contains("修改") || title.contains("修正案") || title.contains("修订");
  }

  /** The next date, the end of the bracket, or the end of the line where a step has been told. */
  private boolean endsStep(int at, int behindDate, boolean told) {
    char c = text.at(at);
    if (CLOSING.indexOf(c) >= 0 || c == '。' || at - behindDate > 400) {
      return true;
    }
    if (at == behindDate) {
      return PrintedDay.at(text, at).isPresent();
    }
    Gap gap = text.gapBefore(at);
    boolean line = gap == Gap.PARAGRAPH || gap == Gap.LINE;
    return (line && told) || PrintedDay.at(text, at).isPresent();
  }

  private int titleEnd(int open, int headEnd) {
    int depth = 0;
    for (int i = open; i < headEnd && i < open + 400; i++) {
      char c = text.at(i);
      if (c == '《' || c == '<') {
        depth++;
      } else if (c == '》' || c == '>') {
        depth--;
        boolean sameMark = c == (text.at(open) == '《' ? '》' : '>');
        if (depth == 0 || (sameMark && EventWord.follows(text, i + 1))) {
          return i + 1;
        }
      }
    }
    return open + 1;
  }

  /** 关于修改《…》等件地方性法规的决定 without marks around it. */
  private int plainDecisionEnd(int at, int headEnd) {
    if (!text.startsAt(at, "关于修改") && !text.startsAt(at, "关于废止")) {
      return -1;
    }
    for (int i = at; i < headEnd && i < at + 300; i++) {
      if (text.startsAt(i, "的决定")) {
        return i + 3;
      }
      if (text.at(i) == '。' || text.at(i) == ')') {
        return -1;
      }
    }
    return -1;
  }
}
