package wenmai.indexer.numbering;

/**
 * Numbers counted in words (汉字计数): with a sign for each digit and one for tens, hundreds and so on.
 *
 * @param digits from nought to nine; no nought where gaps go unsaid
 * @param units for tens, hundreds, thousands, ten thousands
 * @param bareTen whether ten is 十 and eleven 十一, not 一十
 * @param bareUnits whether a hundred is 百, not 一百
 */
record ChineseCount(String digits, String units, boolean bareTen, boolean bareUnits) {
  static final ChineseCount PLAIN = new ChineseCount("零一二三四五六七八九", "十百千万", true, false);
  static final ChineseCount LEGAL_SIMPLIFIED = new ChineseCount("零壹贰叁肆伍陆柒捌玖", "拾佰仟万", false, false);
  static final ChineseCount LEGAL_TRADITIONAL =
      new ChineseCount("零壹貳參肆伍陸柒捌玖", "拾佰仟萬", false, false);
  static final ChineseCount JAPANESE = new ChineseCount(" 一二三四五六七八九", "十百千万", true, true);
  static final ChineseCount JAPANESE_LEGAL = new ChineseCount(" 壱弐参四伍六七八九", "拾百阡萬", false, false);

  private static final int TEN_THOUSAND = 10_000;

  /** As Word counts where its style goes to ninety-nine only: 九十九, then 一○○. */
  static String toNinetyNine(int number) {
    return number < 100 ? PLAIN.write(number) : Figures.digits(number, "○一二三四五六七八九");
  }

  String write(int number) {
    if (number >= TEN_THOUSAND * TEN_THOUSAND) {
      return String.valueOf(number);
    }
    if (number < TEN_THOUSAND) {
      return below(number, bareTen);
    }
    int rest = number % TEN_THOUSAND;
    String low = rest == 0 ? "" : below(rest, false);
    String gap = rest > 0 && rest < 1000 ? nought() : "";
    return below(number / TEN_THOUSAND, bareTen) + units.charAt(3) + gap + low;
  }

  private String below(int number, boolean tenAlone) {
    StringBuilder out = new StringBuilder();
    boolean gap = false;
    for (int place = 3, unit = 1000; place >= 0; place--, unit /= 10) {
      int digit = number / unit % 10;
      if (digit == 0) {
        gap = !out.isEmpty();
        continue;
      }
      if (gap) {
        out.append(nought());
        gap = false;
      }
      boolean bare = digit == 1 && (bareUnits || tenAlone && place == 1 && out.isEmpty());
      if (place == 0 || !bare) {
        out.append(digits.charAt(digit));
      }
      if (place > 0) {
        out.append(units.charAt(place - 1));
      }
    }
    return out.toString();
  }

  private String nought() {
    return digits.charAt(0) == ' ' ? "" : digits.substring(0, 1);
  }
}
