package wenmai.web.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.DocumentView;
import wenmai.corpus.citation.Citation;
import wenmai.corpus.citation.CitationType;
import wenmai.corpus.citation.Resolution;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.SessionBody;
import wenmai.corpus.matter.Matter;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Repair;

/**
 * Writes what Wenmai makes of a folder of papers as the predictions of the matters test set, and
 * has its scorer judge them: facts, copies, citations, trails. The folder holds {@code docs/} and
 * {@code score.py}.
 */
public final class MattersBench implements Bench {
  private static final Map<Kind, String> LABELS =
      Map.ofEntries(
          Map.entry(Kind.REGULATION, "法规"),
          Map.entry(Kind.LAW, "法规"),
          Map.entry(Kind.NORMATIVE_DOCUMENT, "规范性文件"),
          Map.entry(Kind.RULE, "规范性文件"),
          Map.entry(Kind.RESOLUTION, "决议"),
          Map.entry(Kind.DECISION, "决定"),
          Map.entry(Kind.REVIEW_OPINION, "审议意见"),
          Map.entry(Kind.REPORT, "报告"),
          Map.entry(Kind.SPEECH, "讲话"),
          Map.entry(Kind.BILL, "议案"),
          Map.entry(Kind.SUGGESTION, "建议"),
          Map.entry(Kind.REPLY, "答复"),
          Map.entry(Kind.ANNOUNCEMENT, "公告"),
          Map.entry(Kind.APPOINTMENT, "任免"),
          Map.entry(Kind.LETTER, "函"),
          Map.entry(Kind.EXPLANATION, "说明"),
          Map.entry(Kind.NEWS, "新闻"));

  /** What the set labels: positions (前款) and sessions (…会议通过的决议) it counts as no citations. */
  private static final Set<CitationType> LABELLED =
      EnumSet.complementOf(EnumSet.of(CitationType.RELATIVE, CitationType.SESSION));

  private static final List<String> PROPOSALS = List.of("建议", "議案", "议案", "建議", "提案");

  private final TrialArchive.Maker maker;

  public MattersBench(TrialArchive.Maker maker) {
    this.maker = maker;
  }

  @Override
  public Map<String, Object> run(Path folder) {
    try (TrialArchive archive = TrialArchive.open(maker)) {
      archive.take(folder.resolve("docs"));
      Map<String, Object> predictions = predictions(archive);
      Path file = Files.createTempFile("wenmai-matters", ".json");
      Files.writeString(file, JsonMapper.builder().build().writeValueAsString(predictions));
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("predictions", file.toString());
      figures.put("score", score(folder.resolve("score.py"), file));
      return figures;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> predictions(TrialArchive archive) {
    List<DocumentView> views = new ArrayList<>();
    List<Matter> matters = new ArrayList<>();
    archive.room().export(views::add, matter -> {});
    archive.room(lastDay(views)).export(view -> {}, matters::add);
    Map<DocumentId, String> files = new HashMap<>();
    Map<DocumentId, String> titles = new HashMap<>();
    for (DocumentView view : views) {
      OfficialDocument document = view.document();
      files.put(document.id(), name(view));
      document.facts().value(FactKey.TITLE).ifPresent(it -> titles.put(document.id(), it));
    }
    Map<String, Object> documents = new TreeMap<>();
    List<Object> citations = new ArrayList<>();
    for (DocumentView view : views) {
      documents.put(name(view), document(view, files));
      citations.addAll(citations(view, files, titles));
    }
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("documents", documents);
    out.put("matters", matters.stream().map(matter -> matter(matter, files)).toList());
    out.put("citations", citations);
    return out;
  }

  /** What ends later than the day of asking is open on that day. */
  private static LocalDate lastDay(List<DocumentView> views) {
    return views.stream()
        .flatMap(view -> view.document().facts().value(FactKey.DATE).stream())
        .max(Comparator.naturalOrder())
        .orElse(TrialArchive.DAY);
  }

  private static String name(DocumentView view) {
    String source = view.document().provenance().source();
    return source.substring(source.lastIndexOf('/') + 1);
  }

  private static Map<String, @Nullable Object> document(
      DocumentView view, Map<DocumentId, String> files) {
    Facts facts = view.document().facts();
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("title", facts.value(FactKey.TITLE).orElse(null));
    out.put("kind", LABELS.getOrDefault(facts.value(FactKey.KIND).orElse(Kind.OTHER), "其他"));
    out.put("organ", facts.value(FactKey.ORGAN).map(Object::toString).orElse(null));
    out.put("region", facts.value(FactKey.REGION).map(region -> region.name()).orElse(null));
    out.put("number", facts.value(FactKey.NUMBER).map(Object::toString).orElse(null));
    out.put("date", facts.value(FactKey.DATE).map(Object::toString).orElse(null));
    boolean ofChairpersons =
        facts.value(FactKey.SESSION_BODY).filter(SessionBody.CHAIRPERSONS::equals).isPresent();
    out.put(
        "session",
        // the set has the sessions of congress and standing committee only
        ofChairpersons ? null : facts.value(FactKey.SESSION).map(Object::toString).orElse(null));
    out.put("duplicate_of", view.duplicateOf().map(files::get).orElse(null));
    return out;
  }

  private static List<Object> citations(
      DocumentView view, Map<DocumentId, String> files, Map<DocumentId, String> titles) {
    List<Object> out = new ArrayList<>();
    for (Resolution resolution : view.resolutions()) {
      var citation = resolution.citation();
      if (!LABELLED.contains(citation.type()) || isSerialOfProposal(citation)) {
        continue;
      }
      Optional<String> target =
          switch (resolution) {
            case Resolution.Resolved resolved when citation.isInner() -> Optional.empty();
            case Resolution.Resolved resolved -> Optional.ofNullable(files.get(resolved.target()));
            case Resolution.Ambiguous ambiguous -> Optional.empty();
            case Resolution.Wanted wanted -> Optional.empty();
          };
      Map<String, @Nullable Object> line = new LinkedHashMap<>();
      line.put("file", name(view));
      line.put("start", raw(view.document().content().repairs(), citation.place().span().start()));
      line.put(
          "end", raw(view.document().content().repairs(), citation.place().span().end() - 1) + 1);
      line.put("title", title(resolution, titles));
      line.put("article", citation.provision().map(Object::toString).orElse(null));
      line.put("resolved_file", target.orElse(null));
      out.add(line);
    }
    return out;
  }

  /** 第47号建议: the set counts a proposal's serial neither for nor against. */
  private static boolean isSerialOfProposal(Citation citation) {
    String words = citation.place().words();
    return citation.number().filter(DocumentNumber::isSerialOnly).isPresent()
        && citation.title().isEmpty()
        && PROPOSALS.stream().anyMatch(words::endsWith);
  }

  /** As cited; where a short name stands for a paper of the set, that one's title. */
  private static @Nullable String title(Resolution resolution, Map<DocumentId, String> titles) {
    Citation citation = resolution.citation();
    Optional<String> cited =
        citation.title().or(() -> citation.number().map(number -> number.toString()));
    boolean shortened =
        citation.type() != CitationType.TITLE && citation.type() != CitationType.NUMBER;
    return resolution instanceof Resolution.Resolved(Citation name, DocumentId target) && shortened
        ? Optional.ofNullable(titles.get(target)).or(() -> cited).orElse(null)
        : cited.orElse(null);
  }

  /** Where a character of the repaired text stands in the file: the test set counts there. */
  private static int raw(List<Repair> repairs, int repaired) {
    int shift = 0;
    for (Repair repair : repairs) {
      CodePointSpan span = repair.span();
      if (span.end() > repaired) {
        break;
      }
      shift += repair.was().codePointCount(0, repair.was().length()) - (span.end() - span.start());
    }
    return repaired + shift;
  }

  private static Map<String, Object> matter(Matter matter, Map<DocumentId, String> files) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put(
        "stages",
        matter.stages().stream().map(stage -> files.get(stage.document())).distinct().toList());
    out.put("closed", matter.closed().isPresent());
    matter.due().ifPresent(due -> out.put("due", due.toString()));
    return out;
  }

  private static String score(Path scorer, Path predictions) throws IOException {
    if (!Files.exists(scorer)) {
      return "";
    }
    Process process =
        new ProcessBuilder("python3", scorer.toString(), predictions.toString(), "--errors", "8")
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
