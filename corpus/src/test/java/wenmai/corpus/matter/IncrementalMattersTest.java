package wenmai.corpus.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wenmai.corpus.Accessions;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.Archive;
import wenmai.corpus.EditProblem;
import wenmai.corpus.MatterReview;
import wenmai.corpus.ReadPapers;
import wenmai.corpus.Reader;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.TestArchive;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.store.Depot;
import wenmai.corpus.upkeep.WholeMatters;

/**
 * Whatever comes, goes, is mended or decided, in any order: the matters kept are those that a build
 * of the whole gives, to the byte and for both audiences.
 */
class IncrementalMattersTest {
  private static final Reader STAFF = new Reader(Role.STAFF, Optional.of("林知夏"));
  private static final MatterBuilder BUILDER =
      new MatterBuilder(MatterTemplates.load(SampleSet.CONFIG));
  private static final int STEPS = 7;
  private static final int PAPERS = 80;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void whatIsKeptIsWhatABuildOfTheWholeGives(int seed) throws IOException {
    Random random = new Random(seed);
    List<OfficialDocument> waiting = drawn(random);
    List<OfficialDocument> here = new ArrayList<>();
    int matters = 0;
    int internal = 0;
    try (Archive archive = TestArchive.open(folder);
        Depot depot = Depot.openForReading(TestArchive.premises(folder), Clock.systemUTC())) {
      for (int step = 0; step < STEPS; step++) {
        change(random, archive, waiting, here, depot, step);
        for (Audience audience : Audience.values()) {
          List<String> kept = WholeMatters.kept(depot, audience);
          assertEquals(WholeMatters.built(depot, BUILDER, audience), kept, "step " + step);
          matters = Math.max(matters, kept.size());
        }
        internal +=
            WholeMatters.kept(depot, Audience.PUBLIC)
                    .equals(WholeMatters.kept(depot, Audience.INTERNAL))
                ? 0
                : 1;
      }
    }
    assertTrue(matters > 10, "few matters: " + matters);
    assertTrue(internal > 0, "both audiences always had the same");
  }

  /** Some of the sample's papers, in any order, a few of them internal and a few copied. */
  private static List<OfficialDocument> drawn(Random random) throws IOException {
    List<String> texts = new ArrayList<>();
    for (String half : List.of("city", "county")) {
      SampleSet.read(half).documents().forEach(each -> texts.add(each.content().text()));
    }
    Collections.shuffle(texts, random);
    List<OfficialDocument> drawn = new ArrayList<>();
    for (String text : texts.subList(0, PAPERS)) {
      OfficialDocument paper = ReadPapers.read(drawn.size() + ".txt", text);
      drawn.add(random.nextInt(12) == 0 ? paper.withVisibility(Visibility.INTERNAL) : paper);
      if (random.nextInt(20) == 0) {
        drawn.add(ReadPapers.read(drawn.size() + ".txt", text + "\n来源：本站"));
      }
    }
    return drawn;
  }

  private static void change(
      Random random,
      Archive archive,
      List<OfficialDocument> waiting,
      List<OfficialDocument> here,
      Depot depot,
      int step) {
    int some = step == 0 ? PAPERS / 2 : 1 + random.nextInt(12);
    if (step == 0 || step % 3 == 1) {
      List<OfficialDocument> next = waiting.subList(0, Math.min(some, waiting.size()));
      here.addAll(next);
      ReadPapers.take(archive, List.copyOf(next));
      next.clear();
    } else if (step % 3 == 2) {
      decide(random, archive.workroomFor(STAFF).matters(), depot);
    } else {
      try (Accessions accessions = archive.accessions()) {
        for (int i = 0; i < 3; i++) {
          String path = here.remove(random.nextInt(here.size())).provenance().source();
          accessions.withdraw(new FileLocation("/papers", path));
        }
      }
      // a paper that is surely a step of something, its words changed and its id the same
      OfficialDocument mended =
          here.stream()
              .filter(each -> each.content().text().contains("审议意见"))
              .skip(random.nextInt(4))
              .findFirst()
              .orElseThrow();
      here.remove(mended);
      String words = mended.content().text().replace("加强", "强化").replace("应当", "必须");
      OfficialDocument now = ReadPapers.read(mended.provenance().source(), words);
      ReadPapers.take(
          archive,
          List.of(
              new OfficialDocument(
                  mended.id(), now.provenance(), now.facts(), now.content(), now.visibility())));
    }
  }

  /** Joins two matters at random, or takes a paper out of one. */
  private static void decide(Random random, MatterReview review, Depot depot) {
    for (int i = 0; i < 4; i++) {
      List<String> ids = ids(depot);
      String one = ids.get(random.nextInt(ids.size()));
      String other = ids.get(random.nextInt(ids.size()));
      try {
        if (i % 2 == 0) {
          review.merge(one, other);
        } else {
          review.split(one, List.of(anchor(one)));
        }
      } catch (EditProblem e) {
        // of different kinds, or of a single paper: nothing to decide
        review.confirm(one);
      }
    }
  }

  private static List<String> ids(Depot depot) {
    return WholeMatters.kept(depot, Audience.INTERNAL).stream()
        .map(json -> json.substring(7, json.indexOf('"', 7)))
        .toList();
  }

  private static DocumentId anchor(String matter) {
    String anchor = matter.substring(matter.lastIndexOf('-') + 1);
    return new DocumentId(anchor.contains(".") ? anchor.substring(0, anchor.indexOf('.')) : anchor);
  }
}
