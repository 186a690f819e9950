package wenmai.web.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.Content;
import wenmai.corpus.structure.Division;
import wenmai.corpus.text.CodePointIndex;
import wenmai.corpus.text.Span;
import wenmai.web.render.DocumentBody;

/**
 * One line of the outline beside a text (目录项). A point that goes straight on with its sentence
 * (一、要深入贯彻…) has no words of its own to be known by: it shows how the sentence begins.
 *
 * @param label what it is called
 * @param anchor where on the page it stands
 * @param level the level's key, for the indent
 */
public record OutlineRow(String label, String anchor, String level) {
  private static final int LEAD = 20;

  /** 第十二条 is a name, 一、 is none. */
  private static final Pattern NO_NAME =
      Pattern.compile("(?!第)[^\\p{L}]*[一二三四五六七八九十百零〇]*[^\\p{L}]*");

  private static final Pattern CLAUSE_END = Pattern.compile("[，,。；;：:！？\\n]");

  static List<OutlineRow> of(Content content) {
    CodePointIndex index = CodePointIndex.of(content.text());
    return content.outline().divisions().stream()
        .filter(DocumentBody::inOutline)
        .map(division ->
            new OutlineRow(
                label(division, content.text(), index),
                DocumentBody.anchor(division),
                division.level().key()))
        .toList();
  }

  private static String label(Division division, String text, CodePointIndex index) {
    String number = division.label();
    Span span = index.toUtf16(division.span());
    if (!NO_NAME.matcher(number).matches() || !text.startsWith(number, span.start())) {
      return number;
    }
    String words = text.substring(span.start() + number.length(), span.end()).strip();
    Matcher clauseEnd = CLAUSE_END.matcher(words);
    int clause = clauseEnd.find() ? clauseEnd.start() : words.length();
    int shown =
        words.codePointCount(0, clause) <= LEAD ? clause : words.offsetByCodePoints(0, LEAD);
    return shown == 0 ? number : number + words.substring(0, shown) + "…";
  }
}
