package wenmai.corpus.matter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import wenmai.corpus.citation.Relation;
import wenmai.corpus.document.CongressSession;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.Region;
import wenmai.corpus.document.SessionBody;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Quote;

/**
 * Candidate steps as chance has them: few subjects, few days, so that much speaks for and against.
 */
final class RandomSigns {
  private static final List<String> THINGS =
      List.of("农村饮水安全/工程建设", "农村饮水安全", "农村饮水/运行管护", "城乡垃圾分类", "城乡垃圾处理/收费", "义务教育/均衡发展", "预算");

  private final Random random;

  RandomSigns(Random random) {
    this.random = random;
  }

  static PaperCard card(
      String id,
      String title,
      Optional<LocalDate> date,
      Optional<Region> region,
      Optional<CongressSession> session,
      Subject subject,
      List<PaperCard.Description> descriptions) {
    return new PaperCard(
        new DocumentId(id),
        title,
        quote(id, 0, title),
        Optional.empty(),
        date,
        region,
        Optional.empty(),
        session,
        session.map(it -> SessionBody.STANDING_COMMITTEE),
        false,
        subject,
        Set.of(),
        false,
        Map.of(),
        Map.of(),
        PaperCard.Persons.NONE,
        List.of(),
        List.of(),
        descriptions,
        List.of());
  }

  static DocumentQuote quote(String id, int start, String words) {
    return new DocumentQuote(
        new DocumentId(id), new Quote(new CodePointSpan(start, start + words.length()), words));
  }

  static String id(int number) {
    return String.format(Locale.ROOT, "%020x", number);
  }

  <T> T one(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  Subject subject() {
    return random.nextInt(20) == 0 ? Subject.none() : Subject.of(one(THINGS));
  }

  Optional<LocalDate> day(int months) {
    return random.nextInt(8) == 0
        ? Optional.empty()
        : Optional.of(
            LocalDate.of(2020, 1, 31)
                .plusMonths(random.nextInt(months))
                .minusDays(random.nextInt(3)));
  }

  /** Steps of a template: some papers as several, some that are only named. */
  List<Sign> of(Template template, int papers) {
    List<Sign> signs = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < papers; i++) {
      PaperCard card =
          card(
              id(i),
              random.nextInt(6) == 0 ? "草案" : "文件",
              day(50),
              random.nextBoolean()
                  ? Optional.empty()
                  : Optional.of(Region.parse(one(List.of("甲县", "丙市/甲县", "乙县")))),
              random.nextBoolean()
                  ? Optional.empty()
                  : Optional.of(new CongressSession(9, 1 + random.nextInt(4))),
              subject(),
              List.of());
      int times = random.nextInt(4) == 0 ? 3 : 1;
      for (int k = 0; k < times; k++) {
        Stage stage = one(template.stages());
        boolean cited = random.nextInt(12) == 0;
        String name =
            cited
                ? "~" + template.id() + "|" + stage.role() + "|" + number()
                : card.id() + "|" + template.id() + "|" + stage.role() + (k > 1 ? "|" + k : "");
        if (names.add(name)) {
          signs.add(
              new Sign(
                  name,
                  cited ? Optional.empty() : Optional.of(card),
                  template,
                  stage,
                  keys(template),
                  k == 0 ? card.subject() : subject(),
                  cited ? List.of() : pointers(card.id().value(), papers),
                  quote(card.id().value(), k, "文件")));
        }
      }
    }
    return signs;
  }

  private Set<Key> keys(Template template) {
    return random.nextInt(3) > 0
        ? Set.of()
        : Set.of(Key.of(template.identity(), one(List.of("2021", "2022", "甲县农村饮水安全管理办法"))));
  }

  private DocumentNumber number() {
    return new DocumentNumber("甲人常", 2021, 1 + random.nextInt(5));
  }

  private List<Pointer> pointers(String from, int papers) {
    List<Pointer> pointers = new ArrayList<>();
    while (random.nextInt(3) == 0) {
      boolean held = random.nextBoolean();
      pointers.add(
          new Pointer(
              held ? List.of(new DocumentId(id(random.nextInt(papers)))) : List.of(),
              "关于农村饮水安全的报告",
              held ? Optional.empty() : Optional.of(number()),
              one(List.of(Relation.values())),
              quote(from, random.nextInt(600), "报告"),
              random.nextBoolean()));
    }
    return pointers;
  }
}
