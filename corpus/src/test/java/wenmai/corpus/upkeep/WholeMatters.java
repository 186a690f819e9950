package wenmai.corpus.upkeep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.matter.MatterBuilder;
import wenmai.corpus.matter.MatterDraft;
import wenmai.corpus.matter.MatterPaper;
import wenmai.corpus.record.MatterDraftJson;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Documents;
import wenmai.corpus.store.Session;

/**
 * The matters of an archive built as a whole from the full papers of each jurisdiction, with
 * nothing of what is kept of them: what those that are kept must be.
 */
public final class WholeMatters {
  private WholeMatters() {}

  /** As JSON, by id and jurisdiction. */
  public static List<String> built(Depot depot, MatterBuilder builder, Audience audience) {
    return depot.read(session -> {
      List<MatterDraft> all = new ArrayList<>();
      for (String partition :
          session.list(
              "SELECT DISTINCT name FROM matter_partition ORDER BY name", row -> row.text(1))) {
        all.addAll(of(session, partition, builder, audience));
      }
      all.sort(Comparator.comparing(MatterDraft::id));
      return all.stream().map(WholeMatters::json).toList();
    });
  }

  private static List<MatterDraft> of(
      Session session, String partition, MatterBuilder builder, Audience audience) {
    List<MatterPaper> papers = new ArrayList<>();
    for (long doc : new MatterMembers(session, partition).all(Sight.of(audience))) {
      OfficialDocument document = new Documents(session).document(doc);
      papers.add(
          MatterPaper.of(
              document,
              new Links(session, audience).resolutions(doc, document.content().citations())));
    }
    Map<String, MatterDraft> byId = new LinkedHashMap<>();
    builder
        .build(partition, papers, new MatterDecisions(session).all())
        .forEach(draft -> byId.put(draft.id(), draft));
    return List.copyOf(byId.values());
  }

  /** As they are kept. */
  public static List<String> kept(Depot depot, Audience audience) {
    return depot.read(
        session -> new Matters(session, audience).all().stream().map(WholeMatters::json).toList());
  }

  private static String json(MatterDraft draft) {
    return new String(MatterDraftJson.bytes(draft), java.nio.charset.StandardCharsets.UTF_8);
  }
}
