package wenmai.corpus.text;

/** One character as it is compared: half width for full width, one form for marks of many forms. */
public final class Characters {
  private Characters() {}

  public static boolean isSpace(char c) {
    return c <= ' '
        || c == '\u00a0'
        || c == '\u3000'
        || c == '\ufeff'
        || (c >= '\u2000' && c <= '\u200f')
        || c == '\u2060'
        || c == '\u0085';
  }

  public static char fold(char c) {
    if (c >= '\uff01' && c <= '\uff5e') {
      return (char) (c - 0xfee0);
    }
    return switch (c) {
      case '〇', '○', '◯', '零' -> '〇';
      case '【', '〖', '［' -> '[';
      case '】', '〗', '］' -> ']';
      case '﹝', '❲' -> '〔';
      case '﹞', '❳' -> '〕';
      case '︽', '«' -> '《';
      case '︾', '»' -> '》';
      case '〈', '‹', '︿' -> '<';
      case '〉', '›', '﹀' -> '>';
      case '﹙' -> '(';
      case '﹚' -> ')';
      case '﹑' -> '、';
      case '﹐' -> ',';
      case '｡' -> '。';
      case '—', '–', '‐', '‑', '−', '～', '〜' -> '-';
      default -> c;
    };
  }
}
