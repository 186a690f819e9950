package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
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

  /** No notice tells of more votes. */
  private static final int MOST = 500;

  /**
   * @param at the place of its first sentence among the paper's
   * @param words pairs of characters that no other item has
   * @param row whether it is a row of a table, all of which is said in it
   * @param point whether it is a point of the paper, beside which others stand
   */
  private record Item(int at, int number, Set<String> words, boolean row, boolean point) {}

  private final PaperReading paper;
  private final List<Span> sentences;
  private final BiPredicate<PaperReading, List<Span>> states;

  private VotedItems(PaperReading paper, BiPredicate<PaperReading, List<Span>> states) {
    this.paper = paper;
    this.sentences = paper.sentences();
    this.states = states;
  }

  /**
   * The sentences of one matter; empty where the paper has no items, or none or all are of it.
   *
   * @param subjects what the matter is about
   * @param states whether sentences of a paper state a result
   */
  static Optional<List<Span>> of(
      PaperReading paper, List<Subject> subjects, BiPredicate<PaperReading, List<Span>> states) {
    return new VotedItems(paper, states).of(subjects);
  }

  private Optional<List<Span>> of(List<Subject> subjects) {
    List<Item> items = items();
    Index index = Index.of(items);
    Set<Integer> own = own(index, subjects);
    if (own.isEmpty() || own.size() == items.size()) {
      return Optional.empty();
    }
    List<Span> found = new ArrayList<>();
    Set<Integer> current = Set.of();
    Set<Integer> all = Set.copyOf(index.places().values());
    boolean table = items.stream().allMatch(Item::row);
    int outermost = items.getFirst().point() ? PointMarker.outermost(paper) : 0;
    for (int i = items.getFirst().at(); i < sentences.size(); i++) {
      Integer head = index.places().get(i);
      int level = PointMarker.level(sentences.get(i), paper);
      boolean under = table && i > items.getLast().at() && index.places().containsKey(i - 1);
      if (under || (head == null && level > 0 && level == outermost)) {
        current = all; // what stands under them is of all, until it says of which
      }
      Set<Integer> spoken =
          head != null
              ? Set.of(head)
              : index.spokenOf(sentences.get(i).in(paper.compact()), level > 0 ? 1 : ENOUGH);
      current = spoken.isEmpty() ? current : spoken;
      if (current.stream().anyMatch(own::contains)) {
        found.add(sentences.get(i));
      }
    }
    return Optional.of(found);
  }

  /**
   * The items by what they are found by.
   *
   * @param places by the place of their first sentences
   * @param numbers by their numbers
   * @param words by the pairs of characters that are their own
   */
  private record Index(
      List<Item> items,
      Map<Integer, Integer> places,
      Map<Integer, Set<Integer>> numbers,
      Map<String, Integer> words) {
    static Index of(List<Item> items) {
      Map<Integer, Integer> places = new HashMap<>();
      Map<Integer, Set<Integer>> numbers = new HashMap<>();
      Map<String, Integer> words = new HashMap<>();
      for (int k = 0; k < items.size(); k++) {
        Item item = items.get(k);
        int index = k;
        places.put(item.at(), k);
        numbers.computeIfAbsent(item.number(), each -> new HashSet<>()).add(k);
        item.words().forEach(pair -> words.put(pair, index));
      }
      return new Index(items, places, numbers, words);
    }

    /**
     * The items whose number or own words a sentence has; of several those it has most of.
     *
     * @param least so many of the words
     */
    Set<Integer> spokenOf(String sentence, int least) {
      Set<Integer> numbered = new HashSet<>();
      Matcher ordinal = ORDINAL.matcher(sentence);
      while (ordinal.find()) {
        String written = ordinal.group(1) == null ? ordinal.group(2) : ordinal.group(1);
        numbered.addAll(numbers.getOrDefault(ChineseNumeral.parse(written).orElse(0), Set.of()));
      }
      if (!numbered.isEmpty()) {
        return numbered;
      }
      Map<Integer, Integer> common = common(pairs(sentence));
      int most = common.values().stream().mapToInt(it -> it).max().orElse(0);
      Set<Integer> spoken = new HashSet<>();
      common.forEach((k, count) -> {
        boolean enough = count >= least || count == items.get(k).words().size();
        if (enough && 2 * count > most) {
          spoken.add(k);
        }
      });
      return spoken;
    }

    /** How many of the pairs are each item's own. */
    Map<Integer, Integer> common(Set<String> pairs) {
      Map<Integer, Integer> common = new HashMap<>();
      for (String pair : pairs) {
        Integer k = words.get(pair);
        if (k != null) {
          common.merge(k, 1, Integer::sum);
        }
      }
      return common;
    }
  }

  private static Set<Integer> own(Index index, List<Subject> subjects) {
    Set<String> words = new HashSet<>();
    subjects.forEach(subject -> subject.words().forEach(word -> words.addAll(pairs(word))));
    Map<Integer, Integer> common = index.common(words);
    int most = common.values().stream().mapToInt(it -> it).max().orElse(0);
    Set<Integer> own = new HashSet<>();
    if (most >= ENOUGH) {
      common.forEach((k, count) -> {
        if (2 * count > most) {
          own.add(k);
        }
      });
    }
    return own;
  }

  private List<Item> items() {
    List<Item> named = new ArrayList<>();
    for (int i = 0; i < sentences.size() && named.size() < MOST; i++) {
      String words = sentences.get(i).in(paper.compact());
      Matcher row = ROW.matcher(words);
      Matcher numbered = NUMBERED.matcher(words);
      if (row.find()) {
        int number = number(row.group(1), named.size());
        named.add(new Item(i, number, pairs(row.group(2)), true, false));
      } else if (numbered.find()) {
        int number = number(numbered.group(1), named.size());
        named.add(new Item(i, number, pairs(numbered.group(2)), false, false));
      }
    }
    return distinct(named.size() >= 2 ? named : points());
  }

  /** The points that state a result of their own: 二、后续要求 behind 一、测评结果 is none. */
  private List<Item> points() {
    int outermost = PointMarker.outermost(paper);
    List<Integer> heads = new ArrayList<>();
    for (int i = 0; outermost > 0 && i < sentences.size(); i++) {
      if (PointMarker.level(sentences.get(i), paper) == outermost) {
        heads.add(i);
      }
    }
    List<Item> points = new ArrayList<>();
    for (int h = 0; h < heads.size() && points.size() < MOST; h++) {
      int from = heads.get(h);
      int to = h + 1 < heads.size() ? heads.get(h + 1) : sentences.size();
      if (states.test(paper, sentences.subList(from, to))) {
        points.add(point(from));
      }
    }
    return points.size() >= 2 ? points : List.of();
  }

  private Item point(int at) {
    Span sentence = sentences.get(at);
    int behind = PointMarker.behind(sentence, paper.compact());
    String head = HEAD_ENDS.split(paper.compact().substring(behind, sentence.end()))[0];
    head = head.substring(0, Math.min(LONGEST_HEAD, head.length()));
    int number = PointMarker.number(sentence, paper.compact());
    return new Item(at, number, pairs(head), false, true);
  }

  private static int number(String written, int before) {
    return ChineseNumeral.parse(written).orElse(before + 1);
  }

  /** Each with the words alone that no other has. */
  private static List<Item> distinct(List<Item> items) {
    Map<String, Integer> having = new HashMap<>();
    items.forEach(item -> item.words().forEach(pair -> having.merge(pair, 1, Integer::sum)));
    List<Item> distinct = new ArrayList<>();
    for (Item item : items) {
      Set<String> words = new HashSet<>(item.words());
      words.removeIf(pair -> having.getOrDefault(pair, 0) > 1);
      distinct.add(new Item(item.at(), item.number(), words, item.row(), item.point()));
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
