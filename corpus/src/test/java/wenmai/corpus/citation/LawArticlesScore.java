package wenmai.corpus.citation;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.structure.OutlineReader;
import wenmai.corpus.structure.Provision;
import wenmai.corpus.text.CodePointSpan;

/**
 * Scores the finder on labelled articles of real laws ({@code law-articles.tsv}), which are read
 * from a folder of the public collection; each law is read whole, its labelled articles count.
 */
public final class LawArticlesScore {

  private record Label(
      String file, CodePointSpan article, int start, String surface, String type, String at) {}

  private int found;
  private int right;
  private int rightArticle;
  private int labelled;
  private int hit;
  private final PrintStream out;

  private LawArticlesScore(PrintStream out) {
    this.out = out;
  }

  /** Arguments: the folder that holds {@code laws/}, the folder {@code config/citation}. */
  public static void main(String[] args) throws IOException {
    CitationFinder finder = new CitationFinder(CitationWords.read(Path.of(args[1])));
    try (PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
      LawArticlesScore score = new LawArticlesScore(out);
      for (Map.Entry<String, List<Label>> law : labels().entrySet()) {
        score.law(Path.of(args[0]).resolve(law.getKey()), law.getValue(), finder);
      }
      out.printf(
          "precision %.4f (%d/%d)  with the right article %.4f  recall %.4f (%d/%d)%n",
          (double) score.right / score.found,
          score.right,
          score.found,
          (double) score.rightArticle / score.found,
          (double) score.hit / score.labelled,
          score.hit,
          score.labelled);
    }
  }

  private static Map<String, List<Label>> labels() throws IOException {
    Map<String, List<Label>> labels = new LinkedHashMap<>();
    try (var in = LawArticlesScore.class.getResourceAsStream("/wenmai/citation/law-articles.tsv")) {
      if (in == null) {
        throw new IOException("no law-articles.tsv beside the tests");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("file\t"))
          .map(line -> line.split("\t", -1))
          .map(row ->
              new Label(
                  row[0],
                  new CodePointSpan(Integer.parseInt(row[1]), Integer.parseInt(row[2])),
                  row[3].isEmpty() ? -1 : Integer.parseInt(row[3]),
                  row[4].replace("\\n", "\n"),
                  row[5],
                  row[6]))
          .forEach(
              label -> labels.computeIfAbsent(label.file(), f -> new ArrayList<>()).add(label));
    }
    return labels;
  }

  private void law(Path file, List<Label> labels, CitationFinder finder) throws IOException {
    String whole = Files.readString(file);
    String text = whole.substring(whole.indexOf("\n---\n", 4) + 5);
    String title = text.lines().findFirst().orElse("").replace("#", "").strip();
    Facts facts = Facts.none().with(FactKey.TITLE, Fact.read(title, new Evidence.Given(title), 1));
    CodePointSpan article = labels.getFirst().article();
    List<Citation> citations =
        finder.find(text, OutlineReader.read(text), facts).stream()
            .filter(citation -> citation.place().span().start() >= article.start())
            .filter(citation -> citation.place().span().end() <= article.end())
            .toList();
    for (Citation citation : citations) {
      judge(file, citation, labels);
    }
    for (Label label : labels) {
      if (!label.type().equals("none") && !label.type().equals("opt")) {
        labelled++;
        boolean met = citations.stream().anyMatch(citation -> matches(citation, label));
        hit += met ? 1 : 0;
        if (!met) {
          out.println("missed " + file.getFileName() + " " + label.surface() + " " + label.type());
        }
      }
    }
  }

  private void judge(Path file, Citation citation, List<Label> labels) {
    for (Label label : labels) {
      if (label.start() >= 0 && matches(citation, label)) {
        if (label.type().equals("opt")) {
          return;
        }
        found++;
        right++;
        String at = citation.provision().map(Provision::toString).orElse("");
        if (at.equals(label.at())) {
          rightArticle++;
        } else {
          out.println(
              "article "
                  + file.getFileName()
                  + " "
                  + label.surface()
                  + " "
                  + label.at()
                  + " not "
                  + at);
        }
        return;
      }
    }
    found++;
    out.println(
        "spurious " + file.getFileName() + " " + citation.place().words() + " " + citation.type());
  }

  private static boolean matches(Citation citation, Label label) {
    return label.start() >= 0
        && citation.place().span().start() == label.start()
        && citation.place().words().equals(label.surface());
  }
}
