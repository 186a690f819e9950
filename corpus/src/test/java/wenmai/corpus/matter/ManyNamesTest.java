package wenmai.corpus.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import wenmai.corpus.document.Region;
import wenmai.corpus.matter.Matter.RelatedMatter;

/** What is looked up by its words is what one finds by asking for each: names, matters alike. */
class ManyNamesTest {
  private static final MatterTemplates TEMPLATES = MatterTemplates.load(SampleSet.CONFIG);
  private static final String CHARACTERS = "王李明华建国";

  private static String words(Random random, int length) {
    return random
        .ints(length, 0, CHARACTERS.length())
        .mapToObj(at -> CHARACTERS.substring(at, at + 1))
        .collect(Collectors.joining());
  }

  @Test
  void theFirstNameIsTheOneThatStandsFirst() {
    int found = 0;
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Set<String> names = new HashSet<>();
      for (int i = 0; i < random.nextInt(12); i++) {
        names.add(words(random, 2 + random.nextInt(3)));
      }
      PersonNames persons = new PersonNames();
      persons.add(paper(List.copyOf(names), "", ""));
      String gone = names.isEmpty() ? "" : names.iterator().next();
      if (!gone.isEmpty() && random.nextBoolean()) {
        persons.add(paper(List.of(gone), "", ""));
        persons.remove(paper(List.of(gone), "", ""));
      }
      PaperCard asked = paper(List.of(), words(random, 9), words(random, 5));
      Optional<String> first =
          firstOf(names, asked.persons().opening())
              .or(() -> firstOf(names, asked.persons().ending()));
      Stage speech =
          TEMPLATES.templates().stream()
              .flatMap(template -> template.stage("candidate-speech").stream())
              .findFirst()
              .orElseThrow();
      assertEquals(
          first.map(name -> Set.of(Key.of(Template.Identity.PERSON, name))).orElse(Set.of()),
          persons.keys(speech, asked),
          "seed " + seed);
      assertEquals(first.isPresent(), PersonNames.mentioning(names).test(asked), "seed " + seed);
      found += first.isPresent() ? 1 : 0;
    }
    assertTrue(found > 50, "few: " + found);
  }

  /** Each name looked for: the first place, and there the longest. */
  private static Optional<String> firstOf(Set<String> names, String words) {
    return names.stream()
        .filter(words::contains)
        .min(
            Comparator.comparing((String name) -> words.indexOf(name))
                .thenComparing(name -> -name.length()));
  }

  private static PaperCard paper(List<String> appointed, String opening, String ending) {
    PaperCard card =
        RandomSigns.card(
            RandomSigns.id(1),
            "名单",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Subject.none(),
            List.of());
    return new PaperCard(
        card.id(),
        card.title(),
        card.name(),
        card.kind(),
        card.date(),
        card.region(),
        card.number(),
        card.session(),
        card.sessionBody(),
        false,
        card.subject(),
        Set.of("appointment-list"),
        false,
        Map.of(),
        Map.of(),
        new PaperCard.Persons(appointed, List.of(), opening, ending),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void thoseAlikeAreTheMostAlikeOfAll() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      Lookalikes lookalikes = new Lookalikes(TEMPLATES.keyWords().titles());
      Map<String, MatterGist> held = new TreeMap<>();
      int most = random.nextInt(120);
      for (int i = 0; i < most; i++) {
        String subject =
            new RandomSigns(random)
                .one(List.of("农村饮水安全工作", "农村饮水安全", "农村饮水管护", "城乡垃圾分类", "甲县农村饮水安全工作"));
        MatterGist gist = gist("m" + random.nextInt(100), subject);
        lookalikes.add("key" + i, gist);
        held.put("key" + i, gist);
      }
      for (String key : List.copyOf(held.keySet())) {
        if (random.nextInt(4) == 0) {
          lookalikes.remove(key);
          held.remove(key);
        }
      }
      for (MatterGist matter : held.values()) {
        assertEquals(
            alike(lookalikes, matter, held),
            lookalikes.of(matter).stream().map(RelatedMatter::matter).toList(),
            "seed " + seed);
        Set<String> near = new HashSet<>();
        Subject subject = lookalikes.subject(matter);
        held.forEach((key, other) -> {
          if (subject.likeness(lookalikes.subject(other)) >= 0.62) {
            near.add(key);
          }
        });
        assertEquals(near, lookalikes.near(subject), "seed " + seed);
      }
    }
  }

  private static List<String> alike(
      Lookalikes lookalikes, MatterGist matter, Map<String, MatterGist> held) {
    Subject subject = lookalikes.subject(matter);
    List<Map.Entry<String, MatterGist>> others = new ArrayList<>(held.entrySet());
    others.removeIf(other ->
        other.getValue().id().equals(matter.id())
            || subject.likeness(lookalikes.subject(other.getValue())) < 0.62);
    others.sort(
        Comparator.comparing((Map.Entry<String, MatterGist> other) ->
                -subject.likeness(lookalikes.subject(other.getValue())))
            .thenComparing(other -> other.getValue().id())
            .thenComparing(Map.Entry::getKey));
    return others.stream().limit(12).map(other -> other.getValue().id()).toList();
  }

  private static MatterGist gist(String id, String subject) {
    return new MatterGist(
        id,
        List.of(),
        MatterType.SUPERVISION,
        subject,
        Optional.of(Region.parse("甲县")),
        Optional.empty(),
        List.of(),
        true,
        new MatterStanding(Optional.empty(), false, Optional.empty(), List.of(), Set.of()));
  }
}
