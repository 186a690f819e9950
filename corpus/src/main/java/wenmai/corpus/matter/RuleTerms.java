package wenmai.corpus.matter;

import com.typesafe.config.Config;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Kind;
import wenmai.corpus.text.ChineseNumeral;
import wenmai.corpus.text.SiftedPattern;
import wenmai.corpus.text.Span;

/**
 * Reads the terms that a rule sets for the matters of its own place (地方规定期限识别), by {@code
 * config/matters/rule-terms.conf}. Only plain sentences count; where two of them differ, none does.
 * Pure.
 *
 * @param notTitled papers of such titles are no rules in force
 */
record RuleTerms(List<Form> forms, Pattern notTitled) {
  private static final Pattern ARTICLE =
      Pattern.compile("第[一二三四五六七八九十百零〇0-9]{1,6}条(?:之[一二三四五六七八九十])?");

  RuleTerms {
    forms = List.copyOf(forms);
  }

  /** What a sentence says that sets a term for a step. */
  record Form(String template, String after, String step, SiftedPattern says) {}

  /**
   * @throws com.typesafe.config.ConfigException if something is lacking or is not what it should be
   */
  static RuleTerms read(Config config) {
    return new RuleTerms(
        config.getConfigList("terms").stream()
            .map(each ->
                new Form(
                    each.getString("template"),
                    each.getString("after"),
                    each.getString("step"),
                    SiftedPattern.compile(each.getString("says"))))
            .toList(),
        Pattern.compile(config.getString("not-titled")));
  }

  /** The terms a paper sets, where it is a rule of a place. */
  List<RuleTerm> of(PaperReading paper) {
    boolean rule =
        paper.kind().filter(Kind::isNorm).isPresent()
            && paper.paper().facts().value(FactKey.REGION).isPresent()
            && !notTitled.matcher(paper.title()).find();
    Optional<LocalDate> since =
        paper.paper().facts().value(FactKey.EFFECTIVE).or(() -> paper.date());
    if (!rule || since.isEmpty()) {
      return List.of();
    }
    List<RuleTerm> found = new ArrayList<>();
    for (Form form : forms) {
      if (!form.says().mayBeIn(paper.compact())) {
        continue;
      }
      Map<String, RuleTerm> byTerm = new LinkedHashMap<>();
      for (Span sentence : paper.sentences()) {
        String words = sentence.in(paper.compact());
        Matcher matcher = form.says().pattern().matcher(words);
        if (form.says().mayBeIn(words) && matcher.find()) {
          String unit = matcher.group("unit");
          ChineseNumeral.parse(matcher.group("number"))
              .ifPresent(count ->
                  byTerm.putIfAbsent(
                      count + unit, term(form, count, unit, since.get(), paper, sentence)));
        }
      }
      if (byTerm.size() == 1) {
        found.addAll(byTerm.values());
      }
    }
    return found;
  }

  private static RuleTerm term(
      Form form, int number, String unit, LocalDate since, PaperReading paper, Span sentence) {
    String words =
        paper.quote(sentence.start(), sentence.end()).words().replaceAll("[\\s\u3000]+", "");
    String said = ARTICLE.matcher(words).lookingAt() ? words : article(paper, sentence) + words;
    Matcher article = ARTICLE.matcher(said);
    boolean named = article.lookingAt();
    return new RuleTerm(
        form.template(),
        form.after(),
        form.step(),
        number,
        switch (unit) {
          case "个月" -> RuleTerm.Unit.MONTHS;
          case "个工作日" -> RuleTerm.Unit.WORKING_DAYS;
          default -> RuleTerm.Unit.DAYS;
        },
        since,
        "《"
            + paper.title()
            + "》"
            + (named ? article.group() : "")
            + "：“"
            + (named ? said.substring(article.end()) : said)
            + "”");
  }

  /** The article in which a sentence stands, where the text has articles. */
  private static String article(PaperReading paper, Span sentence) {
    Matcher matcher = ARTICLE.matcher(paper.compact()).region(0, sentence.start());
    String last = "";
    while (matcher.find()) {
      if (paper.lineStartsAt(matcher.start())) {
        last = matcher.group();
      }
    }
    return last;
  }
}
