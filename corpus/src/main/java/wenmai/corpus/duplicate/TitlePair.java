package wenmai.corpus.duplicate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The titles of two documents, folded, with their letters only (两个标题). */
record TitlePair(String one, String other) {

  /* 甲市某某条例 and 乙市某某条例 share most of their characters, a report and what a newspaper calls it
   * share few: titles that are nearly the same name two papers, titles that have nothing to do with
   * each other say nothing. */
  private static final double HEADLINE = 0.35;

  private static final double NEIGHBOUR = 0.75;
  private static final Pattern PREPOSITION = Pattern.compile("关于|对");
  private static final String ABOUT = "关于";

  /**
   * How far a paper had come: 草案, 修订草案, 草案二次审议稿, 征求意见稿. Other papers end in 稿 as well (讲话稿), so
   * where 草案 is not said only names of stages count.
   */
  private static final Pattern STAGE =
      Pattern.compile(
          "(?:修[订正])?草案(?:\\p{IsHan}{0,10}稿)?$" + "|(?:征求意见|送审|讨论|审议|审查|修改|修订|表决|[一二三四]审|初)稿$");

  boolean tellsApart() {
    return tellsApart(HEADLINE);
  }

  /**
   * Of two pieces of news put out within days: the headlines of one event share words in another
   * order, those of its neighbours (第二次、第三次会议) all but one.
   */
  boolean headlinesTellApart() {
    return tellsApart(NEIGHBOUR);
  }

  private boolean tellsApart(double alike) {
    if (areStages()) {
      return true;
    }
    if (one.isEmpty() || other.isEmpty() || one.contains(other) || other.contains(one)) {
      return false;
    }
    return !isSubject(one, other) && !isSubject(other, one) && similarity() > alike;
  }

  /** 对第89号建议的答复, as a portal says in place of 某局关于第89号建议的答复. */
  private static boolean isSubject(String bare, String full) {
    Matcher preposition = PREPOSITION.matcher(bare);
    return preposition.lookingAt() && full.endsWith(ABOUT + bare.substring(preposition.end()));
  }

  /**
   * Whether the two are a paper on its way in two stages, or on its way and adopted. A notice about
   * a draft has a title of its own and says nothing of that.
   */
  boolean areStages() {
    Matcher stage = STAGE.matcher(one);
    Matcher others = STAGE.matcher(other);
    boolean first = stage.find();
    boolean second = others.find();
    if (first && second) {
      return !stage.group().equals(others.group());
    }
    return first && isName(one.substring(0, stage.start()), other)
        || second && isName(other.substring(0, others.start()), one);
  }

  /** Whether it is the paper's name, with its organ or without. */
  private static boolean isName(String name, String title) {
    return !title.isEmpty() && !name.isEmpty() && (name.endsWith(title) || title.endsWith(name));
  }

  /** Share of characters in a longest common subsequence. */
  private double similarity() {
    int[] lengths = new int[other.length() + 1];
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = 0;
      for (int j = 1; j <= other.length(); j++) {
        int above = lengths[j];
        lengths[j] =
            one.charAt(i - 1) == other.charAt(j - 1)
                ? diagonal + 1
                : Math.max(lengths[j], lengths[j - 1]);
        diagonal = above;
      }
    }
    return 2.0 * lengths[other.length()] / (one.length() + other.length());
  }
}
