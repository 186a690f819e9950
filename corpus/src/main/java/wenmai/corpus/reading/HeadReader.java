package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.Kind;
import wenmai.corpus.reading.Head.Entry;

/** Says of each line of a heading what it is, from the top to where the body begins. */
final class HeadReader {
  /** No heading is longer than this, counting the clutter of a web page. */
  private static final int MOST_LINES = 80;

  /** （某某起草第二稿，红字部分口头讲）: what somebody noted over a draft. */
  private static final Pattern ASIDE = Pattern.compile("\\([^()]*\\)");

  private static final Pattern BRACKETED = Pattern.compile("^[\\[(〔【].*[\\])〕】]");

  private static final String IMPRINT = "印发";
  private static final int LINES_TO_TITLE = 3;

  private static final int LONGEST_LABEL = 6;

  private final ReadingRules rules;
  private final AccountLine accounts;
  private final Pattern marks;
  private final MailHeader mail;
  private final BodyStart start;
  private final SpokenHead spoken;
  private final SerialLine serials;
  private final UnderTitle underTitle;

  HeadReader(ReadingRules rules) {
    this.rules = rules;
    this.accounts = new AccountLine(rules);
    this.marks = Pattern.compile("(?:" + rules.phrases().any("inner-marks") + ")+");
    this.mail = new MailHeader(rules);
    this.start = new BodyStart(rules);
    this.spoken = new SpokenHead(rules);
    this.serials = new SerialLine(rules.phrases());
    this.underTitle = new UnderTitle(rules.phrases());
  }

  Head read(Sheet sheet) {
    List<Line> lines = sheet.lines();
    Particulars particulars = Particulars.find(rules, sheet);
    Head top = read(lines, 0, particulars, List.of());
    boolean untitled = !hasTitle(top.entries()) && top.first(Role.LABEL).isEmpty();
    OptionalInt late = untitled ? late(lines, top) : OptionalInt.empty();
    return late.isPresent()
        ? read(lines, late.getAsInt(), particulars, top.entries()).openingAt(top.body())
        : top;
  }

  /** Where the title begins of a paper that puts something else first; a speech may have none. */
  private OptionalInt late(List<Line> lines, Head top) {
    boolean speech =
        top.lines(Role.ADDRESSEE)
            .anyMatch(line -> rules.phrases().any("hall").matcher(line.compact()).find());
    return speech ? OptionalInt.empty() : new LateTitle(rules, lines).from(top.body());
  }

  /**
   * Reads on.
   *
   * @param from the line to begin with
   * @param particulars that stand among the lines
   * @param before what stands above it
   */
  private Head read(List<Line> lines, int from, Particulars particulars, List<Entry> before) {
    List<Entry> entries = new ArrayList<>(before);
    boolean openNote = false;
    int body = lines.size();
    for (Line line : lines.subList(from, lines.size())) {
      if (line.index() >= MOST_LINES) {
        body = line.index();
        break;
      }
      if (particulars.has(line.index())) {
        entries.add(new Entry(line, Role.PARTICULARS));
        continue;
      }
      Role role = openNote ? Role.NOTE : role(lines, line.index(), entries);
      boolean notesFollow =
          line.index() + 1 < lines.size() && rules.noteLines().isNote(lines, line.index() + 1);
      if (role == Role.WORDS
          && !notesFollow
          && (start.beginsBody(line)
              || start.tellsOfSession(line)
              || (hasTitle(entries)
                  && start.opensSentence(line)
                  && !isHeadline(lines, line.index(), entries)))) {
        body = line.index();
        break;
      }
      if (role == Role.SESSION_PAPER
          && !rules.phrases().any("sitting-in-lines").matcher(line.compact()).find()
          && isMeetingOver(entries)) {
        boolean dated = entries.getLast().role() == Role.DATE;
        int over = entries.size() - (dated ? 2 : 1);
        entries.set(over, new Entry(entries.get(over).line(), Role.SESSION_PAPER));
      }
      entries.add(new Entry(line, role));
      openNote = role == Role.NOTE && rules.noteLines().isOpen(line, openNote);
      if (role == Role.ADDRESSEE) {
        body = line.index() + 1;
        break;
      }
    }
    boolean dispatch =
        body < lines.size()
            && rules.phrases().any("dispatches").matcher(lines.get(body).compact()).lookingAt();
    return new Head(entries, body, body, particulars, spaced(lines), dispatch);
  }

  /** 某市第七届人大常委会第三次会议 over 文件之四, perhaps with the day between. */
  private boolean isMeetingOver(List<Entry> entries) {
    List<Entry> above =
        !entries.isEmpty() && entries.getLast().role() == Role.DATE
            ? entries.subList(0, entries.size() - 1)
            : entries;
    return !above.isEmpty()
        && (above.getLast().role() == Role.ORGAN
            || (above.getLast().role() == Role.WORDS
                && rules
                    .phrases()
                    .any("sitting-over-papers")
                    .matcher(above.getLast().line().compact())
                    .find()));
  }

  private Role role(List<Line> lines, int at, List<Entry> before) {
    Line line = lines.get(at);
    String compact = line.compact();
    if (compact.length() > 400) {
      return Role.WORDS;
    }
    if (rules.secrecy().isAlone(line)) {
      return Role.SECRECY;
    }
    if (rules.noteLines().isNote(lines, at)) {
      return Role.NOTE;
    }
    if (!line.isShort() || goesOnInTitle(before)) {
      return Role.WORDS;
    }
    if (PageTitle.is(rules.phrases(), lines, at)) {
      return Role.CLUTTER;
    }
    boolean serial =
        (serials.is(line) && !isWithinTitle(line, before))
            || (serials.isOfAnnouncement(line) && isBelowWholeTitle(before));
    if ((before.isEmpty() && (accounts.is(lines, at) || isColumn(lines, at)))
        || (!serial && !rules.webHeader().namesWriters(line) && rules.isClutter(line.words()))
        || mail.has(lines, at)
        || isImprint(rules, compact)) {
      return Role.CLUTTER;
    }
    if (rules.phrases().any("issue-lines").matcher(compact).matches()) {
      return Role.ISSUE;
    }
    if (isMark(compact) || (AttachmentReader.isLabel(compact) && !hasTitle(before))) {
      return Role.URGENCY;
    }
    if (DayReader.only(compact).isPresent()) {
      return Role.DATE;
    }
    if (rules.numbers().bears(line)) {
      return Role.NUMBER;
    }
    if (rules.webHeader().isHeader(line)) {
      return Role.META;
    }
    if (serial) {
      boolean ofMaterial =
          !before.isEmpty()
              && before.getLast().role() == Role.SESSION_PAPER
              && BRACKETED.matcher(compact).matches()
              && !isOverProposal(lines, at);
      return ofMaterial ? Role.SESSION_PAPER : Role.SERIAL;
    }
    if (rules.phrases().any("form-lines").matcher(compact).matches()
        || rules.phrases().any("bracket-lines").matcher(compact).matches()
        || rules.phrases().any("walled-lines").matcher(compact).matches()) {
      return Role.LABEL;
    }
    if (rules.phrases().any("session-papers").matcher(compact).matches()) {
      return Role.SESSION_PAPER;
    }
    if ((hasTitle(before) || isSpoken(before))
        && underTitle.tellsOccasion(compact, before.getLast())
        && !isNameOfSpeech(compact, before.getLast())
        && !isTitleBelowAside(compact, before)) {
      return Role.PRESENTED;
    }
    if (rules.phrases().any("addressees").matcher(compact).matches()) {
      return Role.ADDRESSEE;
    }
    if (hasTitle(before) && isDatedOrgan(compact) && !accounts.tellsPosting(line)) {
      return Role.SIGNED;
    }
    if (rules.webHeader().isByline(line.words())) {
      return Role.META;
    }
    boolean kind = rules.kinds().isComplete(compact); // 纪要 is no Mr Ji
    boolean maySpeak = hasTitle(before) || spoken.isBeforeHall(lines, at);
    if ((maySpeak && !kind && rules.people().isSpeaker(line)) || spoken.isBeforeSpeech(lines, at)) {
      return Role.SPEAKER;
    }
    if (!rules.organs().names(line).isEmpty()) {
      return Role.ORGAN;
    }
    return hasTitle(before) && isLabelledRow(line) ? Role.LABEL : Role.WORDS;
  }

  /** 建议提案办理 over a whole title with the particulars of its page: the column in which it stands. */
  private boolean isColumn(List<Line> lines, int at) {
    return at + 2 < lines.size()
        && rules.phrases().any("page-columns").matcher(lines.get(at).compact()).matches()
        && rules.kinds().isComplete(lines.get(at + 1).compact())
        && rules.webHeader().isHeader(lines.get(at + 2));
  }

  /** 特急, 内部资料 注意保存 №12, 同意对外公开. */
  private boolean isMark(String compact) {
    String words = rules.phrases().any("serials-of-copies").matcher(compact).replaceFirst("");
    return marks.matcher(words).matches();
  }

  /**
   * 第12号 over a bill or an announcement is its own; over another paper its place among those of a
   * session.
   */
  private boolean isOverProposal(List<Line> lines, int at) {
    return lines.stream()
        .skip(at + 1L)
        .limit(LINES_TO_TITLE)
        .flatMap(line -> rules.kinds().of(line.compact()).stream())
        .flatMap(rule -> rule.kind().stream())
        .findFirst()
        .filter(kind -> kind == Kind.BILL || kind == Kind.SUGGESTION || kind == Kind.ANNOUNCEMENT)
        .isPresent();
  }

  /** 某县人大常委会办公室　2024年11月6日印发: the foot of the page before, or of a cover. */
  static boolean isImprint(ReadingRules rules, String compact) {
    return compact.endsWith(IMPRINT)
        && DayReader.behindWords(compact.substring(0, compact.length() - IMPRINT.length()))
            .filter(rules.organs()::isName)
            .isPresent();
  }

  /** A speech may have no title: who speaks stands first. */
  private static boolean isSpoken(List<Entry> before) {
    return !before.isEmpty() && before.getLast().role() == Role.SPEAKER;
  }

  /** 市人大常委会办公室　2022年7月8日, also in brackets. */
  private boolean isDatedOrgan(String compact) {
    return DayReader.behindWords(compact).filter(rules.organs()::isName).isPresent();
  }

  /** The title's last line ends in the middle: …关于, …的, an open bracket. */
  private boolean goesOnInTitle(List<Entry> before) {
    StringBuilder title = new StringBuilder();
    for (int i = before.size() - 1; i >= 0 && before.get(i).role() == Role.WORDS; i--) {
      title.insert(0, before.get(i).line().compact());
      if (TitleWords.isBalanced(title)) {
        return rules.isUnfinished(title); // what stands above is whole by itself
      }
    }
    return !title.isEmpty() && rules.isUnfinished(title);
  }

  /** 2024年民生实事项目票决结果公告 over 某县第十六届人民代表大会第三次会议主席团公告第2号. */
  private boolean isBelowWholeTitle(List<Entry> before) {
    return !before.isEmpty()
        && before.getLast().role() == Role.WORDS
        && rules.kinds().isComplete(before.getLast().line().compact());
  }

  /** 关于市七届人大二次会议 | 第37号建议 | 办理情况的答复: the line before begins a title that names no paper yet. */
  private boolean isWithinTitle(Line line, List<Entry> before) {
    return !before.isEmpty()
        && !line.apart()
        && before.getLast().role() == Role.WORDS
        && before.getLast().line().compact().contains("关于")
        && !rules.kinds().isComplete(before.getLast().line().compact());
  }

  /** 建议题目　关于…的建议 in a table. */
  private boolean isLabelledRow(Line line) {
    boolean word = line.columns().stream().allMatch(column -> column.length() == 1); // 纪    要
    return line.isRow()
        && !word
        && line.columns().getFirst().length() <= LONGEST_LABEL
        && !start.beginsBody(line);
  }

  private static boolean hasTitle(List<Entry> before) {
    return before.stream().anyMatch(entry -> entry.role() == Role.WORDS);
  }

  /** 让代表建议落到实处 | ——在…会上的讲话: what stands over it is its headline and does not say what it is. */
  private boolean isNameOfSpeech(String compact, Entry former) {
    return former.role() == Role.WORDS
        && TitleRun.isBehindDash(compact)
        && rules.phrases().any("speech-titles").matcher(compact.replaceFirst("^[—-]+", "")).find()
        && rules.kinds().isComplete(compact)
        && !rules.kinds().isComplete(former.line().compact());
  }

  /** 在…交办会上的讲话 is the title where nothing but a note in brackets or a masthead stands over it. */
  private boolean isTitleBelowAside(String compact, List<Entry> before) {
    return rules.kinds().isComplete(compact)
        && before.stream()
            .filter(entry -> entry.role() == Role.WORDS)
            .map(entry -> entry.line().compact())
            .allMatch(words -> ASIDE.matcher(words).matches() || Masthead.isBare(rules, words));
  }

  /** Under the masthead of a bulletin (简报　第7期) a line between blank ones has its own commas. */
  private static boolean isHeadline(List<Line> lines, int at, List<Entry> before) {
    boolean parted = lines.get(at).apart() && at + 1 < lines.size() && lines.get(at + 1).apart();
    return parted
        && before.reversed().stream()
            .takeWhile(entry -> entry.role() != Role.WORDS)
            .anyMatch(entry -> entry.role() == Role.ISSUE);
  }

  private static boolean spaced(List<Line> lines) {
    int sample = Math.min(lines.size(), 40);
    long apart = lines.stream().limit(sample).filter(Line::apart).count();
    return sample > 3 && apart * 10 >= sample * 7L;
  }

  /** The value after a label such as 案由：. */
  static String afterLabel(String compact) {
    Matcher matcher = Pattern.compile("^[^:]{1,8}:").matcher(compact);
    return matcher.find() ? compact.substring(matcher.end()) : compact;
  }
}
