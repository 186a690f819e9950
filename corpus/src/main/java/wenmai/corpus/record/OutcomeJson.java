package wenmai.corpus.record;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.matter.Choice;
import wenmai.corpus.matter.Outcome;
import wenmai.corpus.matter.Outcome.Count;
import wenmai.corpus.matter.Outcome.Tally;
import wenmai.corpus.matter.Outcome.Threshold;
import wenmai.corpus.matter.ReplyGrade;
import wenmai.corpus.matter.Verdict;

/** What came of a matter as data (事项结果), and the way back; what is not stated is null. */
final class OutcomeJson {
  private OutcomeJson() {}

  static void write(JsonOut out, Outcome outcome) {
    out.text("type", type(outcome));
    out.text("verdict", outcome.verdict().map(Verdict::key));
    out.text("grade", outcome.grade().map(ReplyGrade::name));
    outcome.tally().ifPresent(tally -> write(out, tally));
    if (outcome.isCorrected()) {
      out.flag("corrected", true);
    }
    out.object("evidence", evidence -> NeighboursJson.write(evidence, outcome.evidence()));
  }

  private static String type(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Ballot ballot -> "ballot";
      case Outcome.Satisfaction satisfaction -> "satisfaction";
      case Outcome.Appraisal appraisal -> "appraisal";
      case Outcome.Graded graded -> "grade";
      case Outcome.Stated stated -> "verdict";
      case Outcome.Corrected corrected -> type(corrected.now());
    };
  }

  private static void write(JsonOut out, Tally tally) {
    out.objects(
        "counts",
        tally.counts(),
        count -> {
          out.text("choice", count.choice().key());
          number(out, "votes", count.votes());
          percent(out, "share", count.share());
        });
    percent(out, "rate", tally.rate());
    number(out, "members", tally.members());
    number(out, "present", tally.present());
    if (tally.threshold().isEmpty()) {
      out.absent("threshold");
      return;
    }
    Threshold threshold = tally.threshold().get();
    out.object(
        "threshold",
        it ->
            it.number("part", threshold.part())
                .number("whole", threshold.whole())
                .text("of", threshold.of().key()));
  }

  private static void number(JsonOut out, String key, OptionalInt value) {
    if (value.isPresent()) {
      out.number(key, value.getAsInt());
    } else {
      out.absent(key);
    }
  }

  private static void percent(JsonOut out, String key, OptionalDouble value) {
    if (value.isPresent()) {
      out.share(key, value.getAsDouble());
    } else {
      out.absent(key);
    }
  }

  /**
   * @throws RecordProblem if this is none
   */
  static Outcome read(JsonIn in) {
    Outcome outcome = plain(in);
    return in.has("corrected") && in.flag("corrected") ? new Outcome.Corrected(outcome) : outcome;
  }

  private static Outcome plain(JsonIn in) {
    DocumentQuote evidence = MatterJson.quote(in.object("evidence"));
    Optional<Verdict> verdict = in.parsedIfThere("verdict", Verdict::ofKey);
    return switch (in.text("type")) {
      case "ballot" -> new Outcome.Ballot(tally(in), verdict, evidence);
      case "satisfaction" -> new Outcome.Satisfaction(tally(in), verdict, evidence);
      case "appraisal" -> new Outcome.Appraisal(tally(in), verdict, evidence);
      case "grade" -> new Outcome.Graded(in.parsed("grade", ReplyGrade::ofKey), evidence);
      case "verdict" -> new Outcome.Stated(in.parsed("verdict", Verdict::ofKey), evidence);
      default -> throw new RecordProblem("no outcome is of the type " + in.text("type"));
    };
  }

  private static Tally tally(JsonIn in) {
    return new Tally(
        in.objects(
            "counts",
            count ->
                new Count(
                    count.parsed("choice", Choice::ofKey),
                    number(count, "votes"),
                    percent(count, "share"))),
        percent(in, "rate"),
        number(in, "members"),
        number(in, "present"),
        in.objectIfThere("threshold").map(OutcomeJson::threshold));
  }

  private static Threshold threshold(JsonIn in) {
    int part = in.integer("part");
    int whole = in.integer("whole");
    if (part < 1 || whole < part) {
      throw new RecordProblem("no share: " + part + " of " + whole);
    }
    return new Threshold(part, whole, in.parsed("of", Threshold.Of::ofKey));
  }

  private static OptionalInt number(JsonIn in, String key) {
    if (!in.has(key)) {
      return OptionalInt.empty();
    }
    int value = in.integer(key);
    if (value < 0) {
      throw new RecordProblem("\"" + key + "\" is less than nothing: " + value);
    }
    return OptionalInt.of(value);
  }

  private static OptionalDouble percent(JsonIn in, String key) {
    return in.has(key) ? OptionalDouble.of(in.percent(key)) : OptionalDouble.empty();
  }
}
