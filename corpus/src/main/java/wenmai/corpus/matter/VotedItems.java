package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.text.ChineseNumeral;
import wenmai.corpus.text.Span;

/**
 * What a notice of several votes says of one of them (多项测评分条): its row or point, and the sentences
 * further down that speak of it by its number (第2项) or by words that no other item has. Pure.
 */
final class VotedItems {
  /** 2|生活垃圾分类管理工作审议意见研究处理|8|10|9|基本满意: a row of the table of votes. */
  private static final Pattern ROW =
      Pattern.compile(
          "^[|(]?([0-9]{0,2})[|、.)]?(\\p{IsHan}[^0-9。;:]{3,70}?)[|]?[0-9][0-9票|,]{2,16}[^0-9。;]{0,12}[|]?$");

  /** 测评项目一:区政府研究处理…情况. */
  private static final Pattern NUMBERED =
      Pattern.compile("^(?:测评|表决|投票)?(?:项目|事项)([一二三四五六七八九十0-9]{1,2})[:、|](.{4,80})$");

  private static final Pattern ORDINAL =
      Pattern.compile(
          "第([一二三四五六七八九十0-9]{1,2})(?:项|件)|(?<!个|些)(?:项目|事项)([一二三四五六七八九十]|[0-9]{1,2})(?![0-9个项件])");

  private static final Pattern ASIDE = Pattern.compile("[(（〔][^()（）]{0,40}[)）〕]");
  private static final Pattern HEAD_ENDS = Pattern.compile("[。:;]");

  /** So many words of an item's own make a sentence speak of it; where a point begins one does. */
  private static final int ENOUGH = 2;

  private static final int LONGEST_HEAD = 80;

  /**
   * @param at the place of its first sentence among the paper's
   * @param words pairs of characters that no other item has
   * @param row whether it is a row of a table, all of which is said in it
   */
  private record Item(int at, int number, Set<String> words, boolean row) {}

  private final PaperReading paper;
  private final List<Span> sentences;

  private VotedItems(PaperReading paper) {
    this.paper = paper;
    this.sentences = paper.sentences();
  }

  /**
   * The sentences of one matter; empty where the paper has no items, or none or all are of it.
   *
   * @param subjects what the matter is about
   */
  static Optional<List<Span>> of(PaperReading paper, List<Subject> subjects) {
    return new VotedItems(paper).of(subjects);
  }

  private Optional<List<Span>> of(List<Subject> subjects) {
    List<Item> items = items();
    Set<Integer> own = own(items, subjects);
    if (own.isEmpty() || own.size() == items.size()) {
      return Optional.empty();
    }
    List<Span> found = new ArrayList<>();
    Set<Integer> current = Set.of();
    boolean table = items.stream().allMatch(Item::row);
    for (int i = items.getFirst().at(); i < sentences.size(); i++) {
      Set<Integer> spoken = headAt(items, i).map(Set::of).orElse(Set.of());
      if (table && i > items.getLast().at() && headAt(items, i - 1).isPresent()) {
        current = all(items); // what stands under a table is of all, until it says of which
      }
      if (spoken.isEmpty()) {
        int enough = PointMarker.level(sentences.get(i), paper) > 0 ? 1 : ENOUGH;
        spoken = spokenOf(items, sentences.get(i).in(paper.compact()), enough);
      }
      current = spoken.isEmpty() ? current : spoken;
      if (current.stream().anyMatch(own::contains)) {
        found.add(sentences.get(i));
      }
    }
    return Optional.of(found);
  }

  private static Set<Integer> all(List<Item> items) {
    Set<Integer> all = new HashSet<>();
    for (int k = 0; k < items.size(); k++) {
      all.add(k);
    }
    return all;
  }

  private static Optional<Integer> headAt(List<Item> items, int at) {
    for (int k = 0; k < items.size(); k++) {
      if (items.get(k).at() == at) {
        return Optional.of(k);
      }
    }
    return Optional.empty();
  }

  /**
   * The items whose number or own words a sentence has; of several those it has most of.
   *
   * @param least so many of the words
   */
  private static Set<Integer> spokenOf(List<Item> items, String sentence, int least) {
    Set<Integer> numbered = new HashSet<>();
    Matcher ordinal = ORDINAL.matcher(sentence);
    while (ordinal.find()) {
      String written = ordinal.group(1) == null ? ordinal.group(2) : ordinal.group(1);
      int number = ChineseNumeral.parse(written).orElse(0);
      for (int k = 0; k < items.size(); k++) {
        if (items.get(k).number() == number) {
          numbered.add(k);
        }
      }
    }
    if (!numbered.isEmpty()) {
      return numbered;
    }
    Set<String> said = pairs(sentence);
    int most = 0;
    for (Item item : items) {
      most = Math.max(most, common(item.words(), said));
    }
    Set<Integer> spoken = new HashSet<>();
    for (int k = 0; k < items.size(); k++) {
      Item item = items.get(k);
      int common = common(item.words(), said);
      boolean enough = common >= least || (common > 0 && common == item.words().size());
      if (enough && 2 * common > most) {
        spoken.add(k);
      }
    }
    return spoken;
  }

  private static Set<Integer> own(List<Item> items, List<Subject> subjects) {
    Set<String> words = new HashSet<>();
    subjects.forEach(subject -> subject.words().forEach(word -> words.addAll(pairs(word))));
    int most = 0;
    for (Item item : items) {
      most = Math.max(most, common(item.words(), words));
    }
    Set<Integer> own = new HashSet<>();
    for (int k = 0; most >= ENOUGH && k < items.size(); k++) {
      if (2 * common(items.get(k).words(), words) > most) {
        own.add(k);
      }
    }
    return own;
  }

  private static int common(Set<String> one, Set<String> other) {
    return (int) one.stream().filter(other::contains).count();
  }

  private List<Item> items() {
    List<Item> named = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      String words = sentences.get(i).in(paper.compact());
      Matcher row = ROW.matcher(words);
      Matcher numbered = NUMBERED.matcher(words);
      if (row.find()) {
        named.add(new Item(i, number(row.group(1), named.size()), pairs(row.group(2)), true));
      } else if (numbered.find()) {
        named.add(
            new Item(i, number(numbered.group(1), named.size()), pairs(numbered.group(2)), false));
      }
    }
    return distinct(named.size() >= 2 ? named : points());
  }

  private List<Item> points() {
    List<Item> points = new ArrayList<>();
    int outermost = PointMarker.outermost(paper);
    for (int i = 0; outermost > 0 && i < sentences.size(); i++) {
      Span sentence = sentences.get(i);
      if (PointMarker.level(sentence, paper) == outermost) {
        int behind = PointMarker.behind(sentence, paper.compact());
        String head = paper.compact().substring(behind, sentence.end());
        head = HEAD_ENDS.split(head)[0];
        head = head.substring(0, Math.min(LONGEST_HEAD, head.length()));
        points.add(new Item(i, PointMarker.number(sentence, paper.compact()), pairs(head), false));
      }
    }
    return points;
  }

  private static int number(String written, int before) {
    return ChineseNumeral.parse(written).orElse(before + 1);
  }

  /** Each with the words alone that no other has. */
  private static List<Item> distinct(List<Item> items) {
    List<Item> distinct = new ArrayList<>();
    for (Item item : items) {
      Set<String> words = new HashSet<>(item.words());
      items.stream().filter(other -> other != item).forEach(it -> words.removeAll(it.words()));
      distinct.add(new Item(item.at(), item.number(), words, item.row()));
    }
    return distinct;
  }

  /** The pairs of neighbouring characters of a text, without what stands in brackets. */
  private static Set<String> pairs(String words) {
    String text = ASIDE.matcher(words).replaceAll("|");
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 1 < text.length(); i++) {
      if (Character.isIdeographic(text.charAt(i)) && Character.isIdeographic(text.charAt(i + 1))) {
        pairs.add(text.substring(i, i + 2));
      }
    }
    return pairs;
  }
}
