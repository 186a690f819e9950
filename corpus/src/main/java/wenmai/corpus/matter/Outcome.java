package wenmai.corpus.matter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import wenmai.corpus.document.DocumentQuote;

/**
 * What came of a step of a matter, as data (事项结果), with the sentence that proves it. What the
 * sentence does not say is empty, never reckoned from the rest.
 */
public sealed interface Outcome {
  DocumentQuote evidence();

  default Optional<Tally> tally() {
    return Optional.empty();
  }

  /** The result as stated, where it is. */
  default Optional<Verdict> verdict() {
    return Optional.empty();
  }

  default Optional<ReplyGrade> grade() {
    return Optional.empty();
  }

  /** Whether a person has set it in place of what was read. */
  default boolean isCorrected() {
    return false;
  }

  /** What was counted on the scale of its first choice, of which there is at least one. */
  static Outcome counted(List<Count> counts, Optional<Verdict> verdict, DocumentQuote evidence) {
    Tally tally =
        new Tally(
            counts,
            OptionalDouble.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty());
    return switch (counts.getFirst().choice().scale()) {
      case VOTE -> new Ballot(tally, verdict, evidence);
      case SATISFACTION -> new Satisfaction(tally, verdict, evidence);
      case FITNESS -> new Appraisal(tally, verdict, evidence);
    };
  }

  /** One that a person has set (人工更正); the words are those of the paper it is about. */
  record Corrected(Outcome now) implements Outcome {
    @Override
    public DocumentQuote evidence() {
      return now.evidence();
    }

    @Override
    public Optional<Tally> tally() {
      return now.tally();
    }

    @Override
    public Optional<Verdict> verdict() {
      return now.verdict();
    }

    @Override
    public Optional<ReplyGrade> grade() {
      return now.grade();
    }

    @Override
    public boolean isCorrected() {
      return true;
    }
  }

  /** A vote (表决): for, against, abstaining. */
  record Ballot(Tally counted, Optional<Verdict> stated, DocumentQuote evidence)
      implements Outcome {
    @Override
    public Optional<Tally> tally() {
      return Optional.of(counted);
    }

    @Override
    public Optional<Verdict> verdict() {
      return stated;
    }
  }

  /** An assessment on the scale of satisfaction (满意度测评). */
  record Satisfaction(Tally counted, Optional<Verdict> stated, DocumentQuote evidence)
      implements Outcome {
    @Override
    public Optional<Tally> tally() {
      return Optional.of(counted);
    }

    @Override
    public Optional<Verdict> verdict() {
      return stated;
    }
  }

  /** An assessment of how an office is filled (履职评议): 优秀、称职、不称职. */
  record Appraisal(Tally counted, Optional<Verdict> stated, DocumentQuote evidence)
      implements Outcome {
    @Override
    public Optional<Tally> tally() {
      return Optional.of(counted);
    }

    @Override
    public Optional<Verdict> verdict() {
      return stated;
    }
  }

  /** The grade of a reply (答复类别). */
  record Graded(ReplyGrade given, DocumentQuote evidence) implements Outcome {
    @Override
    public Optional<ReplyGrade> grade() {
      return Optional.of(given);
    }
  }

  /** A result without counts: passed, a box that is ticked. */
  record Stated(Verdict result, DocumentQuote evidence) implements Outcome {
    @Override
    public Optional<Verdict> verdict() {
      return Optional.of(result);
    }
  }

  /**
   * What was counted.
   *
   * @param counts in order of the text, each choice once
   * @param rate the rate of satisfaction (满意率) as stated, in percent, 0 to 100
   * @param members how many belong to the body (应到)
   * @param present how many were there (实到)
   * @param threshold what the text says had to be reached
   */
  record Tally(
      List<Count> counts,
      OptionalDouble rate,
      OptionalInt members,
      OptionalInt present,
      Optional<Threshold> threshold) {
    public Tally {
      counts = List.copyOf(counts);
    }

    /** The votes for a choice, where the text gives them. */
    public OptionalInt votes(Choice choice) {
      return counts.stream()
          .filter(count -> count.choice() == choice)
          .map(Count::votes)
          .findFirst()
          .orElse(OptionalInt.empty());
    }
  }

  /**
   * So many for one choice.
   *
   * @param share in percent, 0 to 100
   */
  record Count(Choice choice, OptionalInt votes, OptionalDouble share) {}

  /**
   * A share that had to be reached (过半数、三分之二).
   *
   * @param part of {@code whole}; 1 of 2 is one half
   */
  record Threshold(int part, int whole, Of of) {
    /** Of whom. */
    public enum Of {
      MEMBERS("members"),
      PRESENT("present"),
      UNSTATED("unstated");

      private final String key;

      Of(String key) {
        this.key = key;
      }

      public String key() {
        return key;
      }

      public static Optional<Of> ofKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
      }
    }
  }
}
