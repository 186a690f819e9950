package wenmai.corpus.version;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Scores the reading of version histories on 100 labelled laws ({@code amended-laws.tsv}), which
 * are read from a folder of the public collection without their marks. Run by hand.
 */
public final class AmendedLawsScore {
  private static final Pattern TERM =
      Pattern.compile("第[〇零一二三四五六七八九十百0-9]{1,5}(?:届|次(?:常务)?(?:会议)?)");
  private static final Pattern MARKS = Pattern.compile("(?m)^#+ |(?s)<!--.*?-->");

  /** A step that makes a version: day, event, body. */
  private record Step(String date, String event, String body) {}

  private AmendedLawsScore() {}

  /** Argument: the folder that holds the laws in Markdown. */
  public static void main(String[] args) throws IOException {
    try (PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
      int whole = 0;
      int labelled = 0;
      int right = 0;
      int read = 0;
      Map<String, Set<Step>> labels = labels();
      for (Map.Entry<String, Set<Step>> law : labels.entrySet()) {
        Set<Step> found = read(Path.of(args[0]).resolve(law.getKey()));
        Set<Step> hit = new HashSet<>(law.getValue());
        hit.retainAll(found);
        labelled += law.getValue().size();
        read += found.size();
        right += hit.size();
        if (found.equals(law.getValue())) {
          whole++;
        } else {
          out.println(law.getKey() + ": " + found + " instead of " + law.getValue());
        }
      }
      out.printf(
          "laws with the whole history %d/%d  steps: precision %.4f (%d/%d)  recall %.4f (%d/%d)%n",
          whole,
          labels.size(),
          (double) right / read,
          right,
          read,
          (double) right / labelled,
          right,
          labelled);
    }
  }

  private static Map<String, Set<Step>> labels() throws IOException {
    Map<String, Set<Step>> labels = new LinkedHashMap<>();
    try (var in = AmendedLawsScore.class.getResourceAsStream("/wenmai/version/amended-laws.tsv")) {
      if (in == null) {
        throw new IOException("no amended-laws.tsv beside the tests");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("file\t"))
          .map(line -> line.split("\t", -1))
          .forEach(row ->
              labels
                  .computeIfAbsent(row[0], file -> new HashSet<>())
                  .add(new Step(row[2], row[3], row[4])));
    }
    return labels;
  }

  private static Set<Step> read(Path file) throws IOException {
    String whole = Files.readString(file);
    String text = MARKS.matcher(whole.substring(whole.indexOf("\n---", 3) + 4)).replaceAll("");
    List<AmendmentNote> notes = AmendmentNotesReader.read(text);
    boolean passed = notes.stream().anyMatch(note -> note.event() == AmendmentEvent.ADOPTED);
    Set<Step> steps = new HashSet<>();
    List<AmendmentNote> published = new ArrayList<>();
    for (AmendmentNote note : notes) {
      if (note.event() == AmendmentEvent.ADOPTED || note.event().amends()) {
        steps.add(step(note));
      } else if (note.event() == AmendmentEvent.PUBLISHED && published.isEmpty() && !passed) {
        published.add(note);
        steps.add(step(note));
      }
    }
    return steps;
  }

  private static Step step(AmendmentNote note) {
    String body = note.body().or(note::decision).orElse("");
    int about = body.indexOf("关于");
    String organ = about > 0 ? body.substring(0, about) : body;
    String bare = TERM.matcher(organ).replaceAll("");
    return new Step(
        note.date().toString(),
        note.event().name().toLowerCase(java.util.Locale.ROOT),
        named(bare));
  }

  /** 中华人民共和国国务院 is 国务院. */
  private static String named(String organ) {
    return organ.replace("中华人民共和国", "");
  }
}
