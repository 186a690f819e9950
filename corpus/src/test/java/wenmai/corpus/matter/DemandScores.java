package wenmai.corpus.matter;

import java.nio.file.*;
import java.util.*;
import wenmai.corpus.citation.*;
import wenmai.corpus.document.*;

public final class DemandScores {
  private DemandScores() {}

  public static void main(String[] a) throws Exception {
    Path config = Path.of("config");
    CitationFinder f = new CitationFinder(CitationWords.read(config.resolve("citation")));
    Map<String, Map<String, Integer>> conf = new TreeMap<>();
    int n = 0, nocut = 0;
    for (String s : List.of("city", "county")) {
      Path set = Path.of("/tmp/matters/sets/" + s);
      Map<String, String> num = new HashMap<>();
      for (String l : Files.readAllLines(set.resolve("paths.tsv"))) {
        String[] p = l.split("\t");
        num.put(p[1], p[0]);
      }
      List<OfficialDocument> docs = LabelledSet.read(set, f);
      Map<DocumentId, OfficialDocument> by = new HashMap<>();
      docs.forEach(d -> by.put(d.id(), d));
      List<Matter.Demand> all = new ArrayList<>();
      for (MatterDraft d : MatterPredictions.drafts(docs, config, StaffDecisions.none()))
        if (!d.id().startsWith("legislation") && !d.id().startsWith("budget"))
          all.addAll(Ledger.on(d, java.time.LocalDate.parse("2026-11-21")).demands());
      for (Map<String, String> r :
          LabelledSet.rows(
              Path.of("corpus/src/test/resources/wenmai/sample/" + s + "-demands.tsv"))) {
        n++;
        DocumentId op = LabelledSet.id(num.get(r.get("opinion")));
        OfficialDocument od = by.get(op);
        String q = r.get("demand");
        if (od == null) {
          System.out.println("NODOC " + r.get("opinion"));
          continue;
        }
        int at = od.content().text().indexOf(q);
        if (at < 0) {
          System.out.println("NOQUOTE " + q);
          continue;
        }
        Matter.Demand best = null;
        int ov = 0;
        for (Matter.Demand d : all)
          if (d.quote().document().equals(op)) {
            int o =
                Math.min(at + q.length(), d.quote().quote().span().end())
                    - Math.max(at, d.quote().quote().span().start());
            if (o > ov) {
              ov = o;
              best = d;
            }
          }
        String st = best == null ? "(none)" : best.state().key();
        conf.computeIfAbsent(r.get("state"), k -> new TreeMap<>()).merge(st, 1, Integer::sum);
        boolean ansOk =
            best != null
                && best.answer().isPresent()
                && r.get("answerQuote") != null
                && overlap(best.answer().get().quote().words(), r.get("answerQuote"));
        if (best != null && best.answer().isPresent())
          conf.computeIfAbsent(
                  "~answer " + (r.get("answerQuote") == null ? "none" : "some"),
                  k -> new TreeMap<>())
              .merge(ansOk ? "right" : "wrong", 1, Integer::sum);
        if (!st.equals(r.get("state")) || a.length > 0)
          System.out.println(
              r.get("state")
                  + " -> "
                  + st
                  + (ansOk ? " (answer ok)" : "")
                  + "\n   D "
                  + q
                  + "\n   P "
                  + (best == null ? "-" : best.quote().quote().words())
                  + "\n   G "
                  + r.get("answerQuote")
                  + "\n   A "
                  + (best == null || best.answer().isEmpty()
                      ? "-"
                      : best.answer().get().quote().words()));
      }
    }
    System.out.println(n + " " + conf);
  }

  static boolean overlap(String x, String y) {
    x = x.replaceAll("\\s", "");
    y = y.replaceAll("\\s", "");
    if (x.contains(y) || y.contains(x)) return true;
    int c = 0;
    Set<String> g = new HashSet<>();
    for (int i = 0; i + 4 <= y.length(); i++) g.add(y.substring(i, i + 4));
    for (int i = 0; i + 4 <= x.length(); i++) if (g.contains(x.substring(i, i + 4))) c++;
    return c > g.size() * 0.5;
  }
}
