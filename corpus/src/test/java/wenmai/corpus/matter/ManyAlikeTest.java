package wenmai.corpus.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wenmai.corpus.document.CongressSession;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.matter.StaffDecisions.Pair;

/**
 * Papers about the same are found together by look-ups: what comes of it is what one gets from
 * holding each against all others, and thousands of them take no more than a multiple of what they
 * are.
 */
class ManyAlikeTest {
  private static final int SEEDS = Boolean.getBoolean("wenmai.test.long") ? 60 : 24;

  private static final MatterTemplates TEMPLATES = MatterTemplates.load(SampleSet.CONFIG);
  private static final int THOUSANDS = 2_000;
  private static final Subject WATER = Subject.of("农村饮水安全工作");

  static Stream<String> templates() {
    return TEMPLATES.templates().stream().map(Template::id);
  }

  private static Template template(String id) {
    return TEMPLATES.templates().stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void weavesAsIfEachWereHeldAgainstEach(String id) {
    int joined = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      List<Sign> signs = new RandomSigns(random).of(template(id), 4 + random.nextInt(40));
      StaffDecisions decisions = seed % 3 == 0 ? StaffDecisions.none() : decided(random);
      List<Bundle> woven = new MatterWeaver(decisions).weave(signs);
      assertEquals(
          printed(new PairwiseWeaver(decisions).weave(signs)), printed(woven), id + " " + seed);
      joined += (int) woven.stream().filter(bundle -> bundle.signs().size() > 1).count();
    }
    assertTrue(joined > 0, id);
  }

  @ParameterizedTest
  @MethodSource("templates")
  void whatHangsTogetherIsAllThatIsTied(String id) {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      List<Sign> signs = new ArrayList<>(new RandomSigns(random).of(template(id), 30));
      signs.sort(Comparator.comparing(Sign::name));
      SignNet net = new SignNet();
      signs.forEach(net::add);
      Map<String, Integer> places = new HashMap<>();
      for (int i = 0; i < signs.size(); i++) {
        places.put(signs.get(i).name(), i);
      }
      // some go again, and come again
      List<Sign> some = signs.subList(0, signs.size() / 3);
      some.forEach(net::remove);
      some.forEach(net::add);
      List<Edge> edges =
          new EdgeFinder(signs, List.of())
              .find().stream().filter(edge -> edge.score() >= EdgeScores.LEAST).toList();
      for (Sign sign : signs) {
        Set<Integer> hanging = new HashSet<>();
        net.hangingTogether(List.of(sign.name()), Map.of())
            .forEach(other -> hanging.add(places.get(other.name())));
        for (Edge edge : edges) {
          assertEquals(hanging.contains(edge.one()), hanging.contains(edge.other()), id + edge);
        }
      }
    }
  }

  private static StaffDecisions decided(Random random) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      pairs.add(
          new Pair(
              new DocumentId(RandomSigns.id(random.nextInt(20))),
              new DocumentId(RandomSigns.id(random.nextInt(20)))));
    }
    return StaffDecisions.of(pairs.subList(0, 5), pairs.subList(5, 8));
  }

  private static List<String> printed(List<Bundle> bundles) {
    return bundles.stream()
        .map(bundle ->
            bundle.members()
                + " "
                + bundle.signs().stream().map(Sign::name).toList()
                + " "
                + bundle.edges())
        .toList();
  }

  @Test
  void aDescriptionMeansWhatItMeantWhenAllWereAsked() {
    int found = 0;
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      RandomSigns chance = new RandomSigns(random);
      DescribedPapers described = new DescribedPapers(TEMPLATES::playsCited);
      Map<PaperCard, List<Sign>> held = new HashMap<>();
      for (int i = 0; i < 40; i++) {
        PaperCard card = describing(RandomSigns.id(i), chance.day(30), chance.subject(), chance);
        List<Sign> own = new ArrayList<>();
        for (Template template : List.of(template("oversight"), template("resolution"))) {
          own.add(sign(card, template, chance.one(template.stages()), card.subject()));
        }
        described.add(card, own);
        held.put(card, own);
      }
      for (PaperCard card : List.copyOf(held.keySet())) {
        if (random.nextInt(3) == 0) {
          described.remove(card, held.remove(card));
        }
      }
      for (PaperCard card : held.keySet()) {
        List<DocumentId> meant =
            described.in(card).stream().flatMap(it -> it.targets().stream()).toList();
        assertEquals(asked(card, held), meant, "seed " + seed + ": " + card);
        found += meant.size();
      }
      for (List<Sign> own : held.values()) {
        Set<DocumentId> who = new HashSet<>();
        DescribedPapers.meantBy(own).forEach(it -> who.addAll(described.whoMayMean(it)));
        assertEquals(whoDescribes(own, held.keySet()), who);
      }
    }
    assertTrue(found > 500, "few: " + found);
  }

  private static PaperCard describing(
      String id, Optional<LocalDate> day, Subject subject, RandomSigns chance) {
    List<PaperCard.Description> descriptions = new ArrayList<>();
    for (String phrase : List.of("关于农村饮水安全工作的审议意见", "关于城乡垃圾分类情况的报告")) {
      descriptions.add(
          new PaperCard.Description(
              phrase, chance.subject(), RandomSigns.quote(id, 0, phrase).quote()));
    }
    return RandomSigns.card(
        id, "文件", day, Optional.empty(), Optional.empty(), subject, descriptions);
  }

  private static Sign sign(PaperCard card, Template template, Stage stage, Subject subject) {
    return new Sign(
        card.id() + "|" + template.id() + "|" + stage.role(),
        Optional.of(card),
        template,
        stage,
        Set.of(),
        subject,
        List.of(),
        card.name());
  }

  private static boolean canBeMeant(Sign sign) {
    return !sign.stage().is(Stage.Trait.JOINT)
        && sign.date().isPresent()
        && sign.subject().size() >= 3;
  }

  /** The last of that kind and subject, of all. */
  private static List<DocumentId> asked(PaperCard paper, Map<PaperCard, List<Sign>> held) {
    Map<DocumentId, DocumentId> found = new TreeMap<>();
    for (PaperCard.Description description : paper.descriptions()) {
      held.values().stream()
          .flatMap(List::stream)
          .filter(ManyAlikeTest::canBeMeant)
          .filter(sign -> !sign.id().orElseThrow().equals(paper.id()) && paper.date().isPresent())
          .filter(sign -> description.subject().likeness(sign.subject()) >= 0.78)
          .filter(sign -> !sign.date().orElseThrow().isAfter(paper.date().get()))
          .filter(sign ->
              ChronoUnit.MONTHS.between(sign.date().orElseThrow(), paper.date().get()) <= 18)
          .filter(sign -> TEMPLATES.playsCited(sign.stage().role(), description.phrase()))
          .max(
              Comparator.comparing((Sign sign) -> sign.date().orElseThrow())
                  .thenComparingDouble(sign -> description.subject().likeness(sign.subject()))
                  .thenComparing(Sign::name))
          .flatMap(Sign::id)
          .ifPresent(id -> found.put(id, id));
    }
    return List.copyOf(found.values());
  }

  private static Set<DocumentId> whoDescribes(List<Sign> own, Set<PaperCard> papers) {
    Set<DocumentId> who = new HashSet<>();
    for (PaperCard paper : papers) {
      boolean may =
          own.stream()
              .filter(ManyAlikeTest::canBeMeant)
              .anyMatch(sign ->
                  paper.descriptions().stream()
                      .anyMatch(it -> it.subject().likeness(sign.subject()) >= 0.78));
      if (may) {
        who.add(paper.id());
      }
    }
    return who;
  }

  @Test
  void thousandsOfDescriptionsAskOnceForEachStep() {
    AtomicInteger asked = new AtomicInteger();
    DescribedPapers described =
        new DescribedPapers((role, phrase) -> {
          asked.incrementAndGet();
          return false;
        });
    List<PaperCard> cards = new ArrayList<>();
    Stage stage = template("oversight").stages().getFirst();
    for (int i = 0; i < THOUSANDS; i++) {
      String id = RandomSigns.id(i);
      PaperCard.Description description =
          new PaperCard.Description("审议意见", WATER, RandomSigns.quote(id, 0, "审议意见").quote());
      PaperCard card = water(id, List.of(description));
      described.add(card, List.of(sign(card, template("oversight"), stage, WATER)));
      cards.add(card);
    }
    cards.forEach(described::in);
    assertEquals(THOUSANDS, asked.get());
  }

  private static PaperCard water(String id, List<PaperCard.Description> descriptions) {
    return RandomSigns.card(
        id,
        "文件",
        Optional.of(LocalDate.of(2024, 3, 1)),
        Optional.empty(),
        Optional.of(new CongressSession(9, 3)),
        WATER,
        descriptions);
  }

  /** All of one place, one day, one subject and, by turns, of one step or of all. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ofThousandsAboutTheSameNoneIsLost(boolean ofOneStep) {
    for (Template template : TEMPLATES.templates()) {
      List<Sign> signs = new ArrayList<>();
      for (int i = 0; i < THOUSANDS; i++) {
        List<Stage> stages = template.stages();
        Stage stage = stages.get(ofOneStep ? 0 : i % stages.size());
        signs.add(sign(water(RandomSigns.id(i), List.of()), template, stage, WATER));
      }
      assertTrue(
          new EdgeFinder(signs, List.of()).find().size() <= THOUSANDS * SignPairs.MOST,
          template.id());
      List<String> woven =
          new MatterWeaver(StaffDecisions.none())
              .weave(signs).stream()
                  .flatMap(bundle -> bundle.signs().stream())
                  .map(Sign::name)
                  .sorted()
                  .toList();
      assertEquals(signs.stream().map(Sign::name).sorted().toList(), woven, template.id());
    }
  }
}
