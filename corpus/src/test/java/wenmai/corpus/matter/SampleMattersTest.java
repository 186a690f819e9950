package wenmai.corpus.matter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.record.MatterDraftJson;
import wenmai.corpus.text.CodePointSpan;

/** The matters of the sample corpus, against its gold tables. */
class SampleMattersTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final MatterBuilder BUILDER =
      new MatterBuilder(MatterTemplates.load(SampleSet.CONFIG));

  @Test
  void papersOfOneTrailComeTogetherAndOthersStayApart() throws IOException {
    // a city trail keeps the audit of a year apart from its budget, which are one matter here too
    assertLinked("city", 0.88, 0.97);
    assertLinked("county", 0.94, 0.95);
  }

  private static void assertLinked(String half, double precision, double recall)
      throws IOException {
    SampleSet sample = SampleSet.read(half);
    Map<String, Set<DocumentId>> gold = new TreeMap<>();
    for (Map<String, String> row : sample.trails()) {
      DocumentId id = LabelledSet.id(Objects.requireNonNull(row.get("path")));
      gold.computeIfAbsent(Objects.requireNonNull(row.get("matter")), m -> new HashSet<>()).add(id);
    }
    Set<StaffDecisions.Pair> expected = new HashSet<>();
    gold.values().forEach(each -> expected.addAll(pairs(each)));
    Set<DocumentId> untold = sample.internalUnnamed();
    Set<StaffDecisions.Pair> found = new HashSet<>();
    for (MatterDraft draft : SampleSet.drafts(sample.documents(), BUILDER)) {
      Set<DocumentId> members = new HashSet<>();
      draft.stages().forEach(stage -> members.add(stage.document()));
      members.removeAll(untold);
      found.addAll(pairs(members));
    }
    long right = found.stream().filter(expected::contains).count();
    assertTrue(expected.size() > 100);
    assertTrue(
        right >= precision * found.size(), half + " precision " + right + "/" + found.size());
    assertTrue(
        right >= recall * expected.size(), half + " recall " + right + "/" + expected.size());
  }

  private static Set<StaffDecisions.Pair> pairs(Set<DocumentId> members) {
    Set<StaffDecisions.Pair> pairs = new HashSet<>();
    for (DocumentId one : members) {
      for (DocumentId other : members) {
        if (!one.equals(other)) {
          pairs.add(new StaffDecisions.Pair(one, other));
        }
      }
    }
    return pairs;
  }

  @Test
  void theOrderOfArrivalChangesNothing() throws IOException {
    List<OfficialDocument> documents = SampleSet.read("county").documents();
    Map<String, List<MatterPaper>> partitions = SampleSet.partitions(documents, BUILDER);
    for (Map.Entry<String, List<MatterPaper>> each : partitions.entrySet()) {
      List<MatterDraft> first =
          BUILDER.build(each.getKey(), each.getValue(), StaffDecisions.none());
      for (int seed = 1; seed <= 3; seed++) {
        List<MatterPaper> shuffled = new ArrayList<>(each.getValue());
        Collections.shuffle(shuffled, new Random(seed));
        assertEquals(first, BUILDER.build(each.getKey(), shuffled, StaffDecisions.none()));
      }
    }
  }

  @Test
  void everyQuotationIsTheTextAtItsPlace() throws IOException {
    SampleSet sample = SampleSet.read("city");
    int quotations = 0;
    for (MatterDraft draft : SampleSet.drafts(sample.documents(), BUILDER)) {
      Matter matter = Ledger.on(draft, TODAY);
      for (Matter.StageEntry stage : matter.stages()) {
        assertExact(sample, stage.evidence());
        assertTrue(stage.score() > 0.6 && stage.score() <= 1);
        quotations++;
      }
      for (Matter.Demand demand : matter.demands()) {
        assertExact(sample, demand.quote());
        demand.answer().ifPresent(answer -> assertExact(sample, answer));
        quotations++;
      }
    }
    assertTrue(quotations > 200);
  }

  private static void assertExact(SampleSet sample, DocumentQuote quote) {
    String text = sample.text(quote.document());
    CodePointSpan span = quote.quote().span();
    assertEquals(quote.quote().words(), span.toUtf16(text).in(text));
  }

  /** One key step at a time is taken out of each trail: the ledger names it, and nothing else. */
  @Test
  void theLedgerNamesExactlyTheKeyStepThatIsTakenOut() throws IOException {
    int steps = namedSteps("city") + namedSteps("county");
    assertTrue(steps >= 94, "key steps " + steps);
  }

  /**
   * The notice of the vote asks for a report by a day and, in the same sentence, for completion.
   */
  @Test
  void aSentenceThatAsksForOneStepIsOneExpectation() throws IOException {
    List<MatterDraft> drafts = new ArrayList<>();
    for (Map.Entry<String, List<MatterPaper>> each :
        SampleSet.partitions(SampleSet.read("county").documents(), BUILDER).entrySet()) {
      drafts.addAll(BUILDER.build(each.getKey(), each.getValue(), StaffDecisions.none()));
    }
    List<MatterDraft> water =
        drafts.stream().filter(draft -> draft.subject().contains("农村饮水安全")).toList();
    assertTrue(
        water.stream()
            .anyMatch(draft ->
                draft.obligations().size() > 2
                    && draft.obligations().stream().allMatch(each -> each.met().isPresent())),
        water.toString());
  }

  private static int namedSteps(String half) throws IOException {
    int steps = 0;
    List<OfficialDocument> documents = SampleSet.read(half).documents();
    for (Map.Entry<String, List<MatterPaper>> each :
        SampleSet.partitions(documents, BUILDER).entrySet()) {
      String region = each.getKey();
      // What a paper says does not change with what is held beside it, nor do untouched matters.
      Map<DocumentId, PaperCard> cards = new HashMap<>();
      Map<String, DraftWriting.Written> kept = new HashMap<>();
      for (MatterDraft draft : BUILDER.build(region, each.getValue(), StaffDecisions.none())) {
        for (Matter.StageEntry step : draft.stages()) {
          if (step.key() && draft.stages().size() > 1) {
            List<String> missing =
                missing(draft, region, without(step.document(), documents), cards, kept);
            assertEquals(1, missing.size(), draft.subject() + ": " + step + ": " + missing);
            assertTrue(isNamed(missing.getFirst(), step), step + ": " + missing);
            steps++;
          }
        }
      }
    }
    return steps;
  }

  /**
   * The papers of the others as they are without that one: what names it names what is not held.
   */
  private static Map<String, List<MatterPaper>> without(
      DocumentId taken, List<OfficialDocument> documents) {
    return SampleSet.partitions(
        documents.stream().filter(document -> !document.id().equals(taken)).toList(), BUILDER);
  }

  /** What is missing of that matter now and was not before. */
  private static List<String> missing(
      MatterDraft draft,
      String region,
      Map<String, List<MatterPaper>> rest,
      Map<DocumentId, PaperCard> cards,
      Map<String, DraftWriting.Written> kept) {
    List<String> missing = new ArrayList<>();
    for (MatterDraft after :
        BUILDER.build(
            region,
            rest.getOrDefault(region, List.of()),
            StaffDecisions.none(),
            paper -> cards.computeIfAbsent(paper.id(), id -> BUILDER.card(paper)),
            kept)) {
      boolean same =
          after.stages().stream()
              .anyMatch(stage ->
                  draft.stages().stream()
                      .anyMatch(other -> other.document().equals(stage.document())));
      if (same && kind(after).equals(kind(draft))) {
        Ledger.on(after, TODAY).missing().forEach(each -> missing.add(each.stage()));
      }
    }
    Ledger.on(draft, TODAY).missing().forEach(each -> missing.remove(each.stage()));
    return missing;
  }

  private static boolean isNamed(String name, Matter.StageEntry taken) {
    return taken.stage().endsWith(name)
        || (name.equals("再次报告") && taken.stage().contains("研究处理情况"));
  }

  @Test
  void whatIsKeptOfAMatterComesBackAsItWas() throws IOException {
    for (MatterDraft draft : SampleSet.drafts(SampleSet.read("county").documents(), BUILDER)) {
      // Scores are kept with a few digits, so what is kept is compared, not the draft itself.
      byte[] kept = MatterDraftJson.bytes(draft);
      MatterDraft back = MatterDraftJson.read(kept);
      assertArrayEquals(kept, MatterDraftJson.bytes(back));
      assertEquals(draft.obligations(), back.obligations());
      assertEquals(draft.demands(), back.demands());
    }
  }

  private static String kind(MatterDraft draft) {
    return draft.id().substring(0, draft.id().lastIndexOf('-'));
  }

  @Test
  void whatIsSaidNotToBeMentionedIsNotMentioned() throws IOException {
    int said = 0;
    int right = 0;
    int answers = 0;
    for (String half : List.of("city", "county")) {
      SampleSet sample = SampleSet.read(half);
      List<Matter.Demand> demands = new ArrayList<>();
      SampleSet.drafts(sample.documents(), BUILDER)
          .forEach(draft -> demands.addAll(Ledger.on(draft, TODAY).demands()));
      for (Map<String, String> row : sample.demands()) {
        LabelledDemand label = LabelledDemand.of(row);
        for (Matter.Demand demand : label.in(demands, sample::text).stream().toList()) {
          boolean absent = demand.state() == DemandState.NOT_MENTIONED;
          said += absent ? 1 : 0;
          right += absent && label.state().equals("not-mentioned") ? 1 : 0;
          answers += label.isAnsweredBy(demand, sample::text) ? 1 : 0;
        }
      }
    }
    assertTrue(said >= 18, "said of " + said);
    assertTrue(right >= 0.95 * said, right + " of " + said);
    assertTrue(answers >= 105, "answers " + answers);
  }
}
