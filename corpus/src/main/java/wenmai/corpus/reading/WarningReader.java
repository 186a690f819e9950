package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.Warning;
import wenmai.corpus.document.WarningCode;
import wenmai.corpus.structure.Outline;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.OffsetMap;
import wenmai.corpus.text.Span;

/**
 * Collects what a reader ought to be told about a text (质量提示), each with the place that shows it.
 */
final class WarningReader {
  /** Lines that a tracked change strikes out, as the file has them. */
  private static final String STRUCK_OUT = "office:struck";

  /** Lines of remarks that stand beside the text of a file. */
  private static final String REMARKS = "office:remarks";

  /** What another form of a mail's text says that the one that was read does not. */
  private static final String OTHER_FORM = "mail:other-form";

  private static final int LEAST_HAN = 20;
  private static final int LONG_LINE = 40;

  private final Draft draft;
  private final Facts facts;
  private final ReadingInput input;
  private final PageFacts page;

  WarningReader(Draft draft, Facts facts, ReadingInput input, PageFacts page) {
    this.draft = draft;
    this.page = page;
    this.facts = facts;
    this.input = input;
  }

  List<Warning> read(Outline outline) {
    List<Warning> warnings = new ArrayList<>();
    secrecy().ifPresent(warnings::add);
    PersonalData.Words words = PersonalData.Words.of(draft.rules().phrases());
    for (PersonalData.Finding finding : PersonalData.find(draft.sheet().folded(), words)) {
      warnings.add(new Warning(WarningCode.PERSONAL_DATA, place(finding.span()), finding.what()));
    }
    boolean empty = han() < LEAST_HAN;
    if (empty) {
      warnings.add(new Warning(WarningCode.NO_TEXT, new CodePointSpan(0, 0), "除页面附加文字外没有正文"));
    } else if (!facts.has(FactKey.TITLE)) {
      warnings.add(new Warning(WarningCode.NO_TITLE, new CodePointSpan(0, 0), "文中没有标题"));
    }
    cut().ifPresent(warnings::add);
    warnings.addAll(masked());
    warnings.addAll(new Sections(draft.rules(), draft.sheet(), outline).read());
    DateConflicts dates =
        new DateConflicts(
            draft.sheet(), facts, draft.rules(), input.provenance().source(), page.published());
    warnings.addAll(dates.read());
    dates.byTerm().ifPresent(warnings::add);
    ocr().ifPresent(warnings::add);
    return warnings;
  }

  private CodePointSpan place(Span span) {
    return draft.sheet().quote(span).span();
  }

  private Optional<Warning> secrecy() {
    SecrecyMarks marks = new SecrecyMarks(draft.rules(), draft.sheet(), draft.head(), draft.tops());
    return marks
        .read()
        .or(() -> marks.removed(input.text().map()))
        .or(() -> marks.outside(told(STRUCK_OUT), SecrecyMarks.Place.STRUCK))
        .or(() -> marks.outside(told(REMARKS), SecrecyMarks.Place.REMARK))
        .or(() -> SecrecyMarks.ofOtherForm(draft.rules(), told(OTHER_FORM)))
        .map(mark ->
            new Warning(
                WarningCode.SECRECY_MARK,
                place(mark.span()),
                draft.rules().secrecyFound(mark.where()) + mark.words()));
  }

  private String told(String property) {
    return input.properties().getOrDefault(property, "");
  }

  /** Chinese characters outside of what a page adds, counted only as far as it matters. */
  private int han() {
    int han = 0;
    for (Line line : draft.sheet().lines()) {
      boolean added = line.isShort() && draft.rules().isClutter(line.words());
      for (int i = 0; !added && i < line.compact().length() && han < LEAST_HAN; i++) {
        han += PlaceNames.isHan(line.compact().charAt(i)) ? 1 : 0;
      }
      if (han >= LEAST_HAN) {
        break;
      }
    }
    return han;
  }

  /** A pay wall's words, in the text or taken out of it, or a last sentence without an end. */
  private Optional<Warning> cut() {
    List<Clue> marks = draft.rules().cutMarks();
    String compact = draft.sheet().compact();
    Optional<Span> found = Clue.findAny(marks, compact);
    if (found.isPresent()) {
      Span span = draft.sheet().spanOfCompact(found.get().start(), found.get().end());
      String detail = "文中有“" + found.get().in(compact) + "”";
      return Optional.of(new Warning(WarningCode.CUT_TEXT, place(span), detail));
    }
    for (OffsetMap.Edit edit : input.text().map().edits()) {
      String was = draft.rules().folding().fold(edit.was()).replace(" ", "");
      Optional<Span> removed = Clue.findAny(marks, was);
      if (removed.isPresent()) {
        Span at = Span.of(edit.repaired().start(), edit.repaired().start());
        String detail = "原文此处有“" + removed.get().in(was) + "”";
        return Optional.of(new Warning(WarningCode.CUT_TEXT, place(at), detail));
      }
    }
    return unfinished();
  }

  private Optional<Warning> unfinished() {
    int last = draft.tail().bodyEnd() - 1;
    if (last < draft.head().body()
        || last >= draft.sheet().lines().size()
        || !draft.tail().organs().isEmpty()) {
      return Optional.empty();
    }
    Line line = draft.sheet().lines().get(last);
    String words = line.compact();
    boolean han =
        line.length() >= LONG_LINE
            && !words.isEmpty()
            && PlaceNames.isHan(words.charAt(words.length() - 1));
    return han
        ? Optional.of(
            new Warning(
                WarningCode.CUT_TEXT,
                place(Span.of(Math.max(line.start(), line.end() - 12), line.end())),
                "末句没有结束"))
        : Optional.empty();
  }

  private List<Warning> masked() {
    return new MaskedNames(draft.rules().phrases(), draft.rules().people())
        .find(draft.sheet().text()).stream()
            .map(span ->
                new Warning(
                    WarningCode.MASKED_NAME,
                    place(span),
                    "名称被“" + span.in(draft.sheet().text()) + "”遮去"))
            .toList();
  }

  /** The share of words OCR was sure of, where the extraction says so. */
  private Optional<Warning> ocr() {
    int missing = pages(OCR_MISSING) + pages(OCR_SILENT);
    if (missing > 0) {
      return Optional.of(
          new Warning(
              WarningCode.CUT_TEXT, new CodePointSpan(0, 0), "有 " + missing + " 页只有图像，没有识别出文字"));
    }
    int pictures = pages(PAGE_PICTURES);
    if (pictures > 0) {
      return Optional.of(
          new Warning(
              WarningCode.CUT_TEXT,
              new CodePointSpan(0, 0),
              "有 " + pictures + " 幅占整页的图片，其中的文字没有收录"));
    }
    String confidence = input.properties().getOrDefault(OCR_CONFIDENCE, "");
    if (!confidence.matches("[0-9]{1,3}(?:\\.[0-9]{1,6})?")) {
      return Optional.empty();
    }
    double share = Double.parseDouble(confidence);
    double percent = share <= 1 ? share * 100 : share;
    return percent < SURE_ENOUGH
        ? Optional.of(
            new Warning(
                WarningCode.LOW_OCR,
                new CodePointSpan(0, 0),
                "文字识别置信度 " + Math.round(percent) + "%"))
        : Optional.empty();
  }

  private int pages(String property) {
    String told = told(property);
    return told.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(told) : 0;
  }

  /** Property under which an extraction tells how many pictures as large as a page it left. */
  static final String PAGE_PICTURES = "office:page-pictures";

  /** Property under which an extraction tells of how many pages nothing was recognised. */
  static final String OCR_SILENT = "ocr:silent";

  /** Property under which an extraction tells how many pages only OCR could have read. */
  static final String OCR_MISSING = "ocr:missing";

  /** Property under which an extraction tells how sure OCR was, in percent or as a share. */
  static final String OCR_CONFIDENCE = "ocr:confidence";

  private static final int SURE_ENOUGH = 70;
}
