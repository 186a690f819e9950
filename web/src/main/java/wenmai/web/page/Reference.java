package wenmai.web.page;

import java.time.LocalDate;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;

/** How one cites a paper in another (引用格式): organ, 《title》（number）, day. */
final class Reference {
  private Reference() {}

  static String of(Facts facts) {
    StringBuilder out = new StringBuilder();
    facts.value(FactKey.ORGAN).ifPresent(organ -> out.append(organ).append("："));
    facts.value(FactKey.TITLE).ifPresent(title -> out.append('《').append(title).append('》'));
    facts.value(FactKey.NUMBER).ifPresent(number -> out.append('（').append(number).append('）'));
    facts.value(FactKey.DATE).ifPresent(date -> append(out, date));
    return out.toString();
  }

  private static void append(StringBuilder out, LocalDate date) {
    if (!out.isEmpty()) {
      out.append('，');
    }
    out.append(date.getYear()).append('年');
    out.append(date.getMonthValue()).append('月');
    out.append(date.getDayOfMonth()).append('日');
  }
}
