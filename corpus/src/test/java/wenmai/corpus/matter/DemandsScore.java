package wenmai.corpus.matter;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import wenmai.corpus.citation.CitationFinder;
import wenmai.corpus.citation.CitationWords;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;

/**
 * Scores the cutting of demands and the finding of their answers on labelled demands: the sample's
 * ({@code city-demands.tsv}, {@code county-demands.tsv}), or those of a set of papers. Run by hand.
 */
public final class DemandsScore {
  private static final String NOT_CUT = "not-cut";

  private final LocalDate day;
  private final boolean telling;
  private final PrintStream out;

  /** By the label's state, how often each state was found. */
  private final Map<String, Map<String, Integer>> matrix = new TreeMap<>();

  private int labelled;
  private int cut;
  private int quoted;
  private int withAnswer;

  private DemandsScore(LocalDate day, boolean telling, PrintStream out) {
    this.day = day;
    this.telling = telling;
    this.out = out;
  }

  /**
   * Arguments: the folder {@code config}, the day; then {@code sample}, or the folder of a set and
   * its table; then {@code each}, where every label is to be printed with what was found.
   */
  public static void main(String[] args) throws IOException {
    Path config = Path.of(args[0]);
    try (PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
      DemandsScore score =
          new DemandsScore(LocalDate.parse(args[1]), args[args.length - 1].equals("each"), out);
      if (args[2].equals("sample")) {
        for (String half : List.of("city", "county")) {
          SampleSet sample = SampleSet.read(half);
          score.add(sample.documents(), sample.demands(), config);
        }
      } else {
        CitationFinder finder = new CitationFinder(CitationWords.read(config.resolve("citation")));
        score.add(
            ReadSet.read(Path.of(args[2]), config, finder),
            LabelledSet.rows(Path.of(args[3])),
            config);
      }
      score.print();
    }
  }

  private void add(List<OfficialDocument> documents, List<Map<String, String>> rows, Path config) {
    Map<DocumentId, String> texts = new HashMap<>();
    documents.forEach(each -> texts.put(each.id(), each.content().text()));
    List<Matter.Demand> demands = new ArrayList<>();
    MatterPredictions.drafts(documents, config, StaffDecisions.none())
        .forEach(draft -> demands.addAll(Ledger.on(draft, day).demands()));
    rows.forEach(row -> add(LabelledDemand.of(row), demands, id -> texts.getOrDefault(id, "")));
  }

  private void add(
      LabelledDemand label, List<Matter.Demand> demands, Function<DocumentId, String> texts) {
    Optional<Matter.Demand> found = label.in(demands, texts);
    String state = found.map(demand -> demand.state().key()).orElse(NOT_CUT);
    boolean answers = found.filter(demand -> label.isAnsweredBy(demand, texts)).isPresent();
    labelled++;
    cut += found.isPresent() ? 1 : 0;
    withAnswer += label.answer().isPresent() ? 1 : 0;
    quoted += answers ? 1 : 0;
    matrix.computeIfAbsent(label.state(), row -> new TreeMap<>()).merge(state, 1, Integer::sum);
    if (telling) {
      String said = found.flatMap(Matter.Demand::answer).map(it -> it.quote().words()).orElse("-");
      out.printf(
          "%s as %s%s: %s => %s%n",
          label.state(), state, answers ? " there" : "", label.words(), said);
    }
  }

  private void print() {
    out.printf("demands cut out %.4f (%d/%d)%n", share(cut, labelled), cut, labelled);
    out.printf(
        "answers where labelled %.4f (%d/%d)%n", share(quoted, withAnswer), quoted, withAnswer);
    matrix.forEach((label, row) -> out.printf("labelled %s: %s%n", label, row));
    for (DemandState state : DemandState.values()) {
      int right = count(state.key(), state.key());
      int said = matrix.keySet().stream().mapToInt(label -> count(label, state.key())).sum();
      int meant =
          matrix.getOrDefault(state.key(), Map.of()).values().stream().mapToInt(n -> n).sum();
      out.printf(
          "%s: precision %.4f (%d/%d)  recall %.4f (%d/%d)%n",
          state.key(), share(right, said), right, said, share(right, meant), right, meant);
    }
  }

  private int count(String label, String state) {
    return matrix.getOrDefault(label, Map.of()).getOrDefault(state, 0);
  }

  private static double share(int part, int whole) {
    return (double) part / whole;
  }
}
