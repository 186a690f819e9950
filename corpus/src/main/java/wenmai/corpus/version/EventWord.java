package wenmai.corpus.version;

import java.util.List;
import java.util.Optional;
import wenmai.corpus.text.CompactText;

/**
 * A word of a note that names a step, such as 第二次修正.
 *
 * @param end one past it
 */
record EventWord(AmendmentEvent event, int end) {

  private record Form(String words, AmendmentEvent event) {}

  /** The longer before the shorter that begins alike. */
  private static final List<Form> FORMS =
      List.of(
          new Form("修订通过", AmendmentEvent.REVISED),
          new Form("修正通过", AmendmentEvent.CORRECTED),
          new Form("修改通过", AmendmentEvent.CORRECTED),
          new Form("通过修订", AmendmentEvent.REVISED),
          new Form("修订", AmendmentEvent.REVISED),
          new Form("修正", AmendmentEvent.CORRECTED),
          new Form("修改", AmendmentEvent.CORRECTED),
          new Form("通过", AmendmentEvent.ADOPTED),
          new Form("制定", AmendmentEvent.ADOPTED),
          new Form("批准", AmendmentEvent.APPROVED),
          new Form("公布", AmendmentEvent.PUBLISHED),
          new Form("发布", AmendmentEvent.PUBLISHED),
          new Form("印发", AmendmentEvent.PUBLISHED),
          new Form("颁布", AmendmentEvent.PUBLISHED),
          new Form("施行", AmendmentEvent.EFFECTIVE),
          new Form("实施", AmendmentEvent.EFFECTIVE),
          new Form("执行", AmendmentEvent.EFFECTIVE),
          new Form("生效", AmendmentEvent.EFFECTIVE),
          new Form("废止", AmendmentEvent.REPEALED),
          new Form("失效", AmendmentEvent.REPEALED));

  static Optional<EventWord> at(CompactText text, int start) {
    for (Form form : FORMS) {
      if (text.startsAt(start, form.words())) {
        int end = start + form.words().length();
        return stands(text, end) ? Optional.of(new EventWord(form.event(), end)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Whether a step's word stands here, 第一次 before it or not. */
  static boolean follows(CompactText text, int start) {
    int at = start;
    if (text.at(at) == '第') {
      int i = at + 1;
      while (i < at + 6 && text.at(i) != '次') {
        i++;
      }
      at = text.at(i) == '次' ? i + 1 : at;
    }
    return at(text, at).isPresent();
  }

  /** 通过了 and 修改部分 are prose; a note's word stands at the end of its phrase. */
  private static boolean stands(CompactText text, int end) {
    return text.gapBefore(end) != CompactText.Gap.NONE
        || ")]〕】,;。、并的《<自起根".indexOf(text.at(end)) >= 0
        || at(text, end).isPresent()
        || PrintedDay.at(text, end).isPresent();
  }
}
