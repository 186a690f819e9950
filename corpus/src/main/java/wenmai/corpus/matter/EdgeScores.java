package wenmai.corpus.matter;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import wenmai.corpus.citation.Relation;

/** Says how strongly two candidate steps belong together, from the two alone (关联强度). Pure. */
final class EdgeScores {
  /** A reason weaker than this joins nothing. */
  static final double LEAST = 0.68;

  /** Subjects less alike than this are never compared further. */
  static final double LEAST_LIKENESS = 0.35;

  private static final double LEAST_IN_COMMON = 0.3;
  private static final double CITED = 0.95;

  /** Where a text begins it says what it is about; later it may name any paper. */
  static final int EARLY = 400;

  /** Subjects that much alike are enough by themselves. */
  static final double ALIKE = 0.6;

  /** What comes later than this after something is not of it for being alike. */
  static final int LIKENESS_MONTHS = 20;

  private EdgeScores() {}

  /** A reason and how strong it is, in [0, 1]. */
  record Scored(double score, Edge.Reason reason) {}

  /** One that names the other; empty where the order of steps forbids it. */
  static Optional<Double> citation(Sign citing, Sign cited, Pointer pointer) {
    boolean earlier =
        cited.stage().rank() <= citing.stage().rank()
            || citing.stage().follows().contains(cited.stage().role())
            || citing.template().cyclic();
    if (!earlier) {
      return Optional.empty();
    }
    double score = CITED;
    if (pointer.targets().size() > 1) {
      score -= 0.05;
    }
    if (pointer.described()) {
      score -= 0.1;
    }
    boolean says =
        pointer.relation() == Relation.REPLIES_TO
            || pointer.relation() == Relation.DELIBERATES
            || pointer.relation() == Relation.FORWARDS;
    boolean early = pointer.place() < EARLY;
    score += says ? 0.03 : 0;
    score += early ? 0.01 : -0.02;
    double like = citing.subject().likeness(cited.subject());
    boolean strange = !citing.subject().isEmpty() && !cited.subject().isEmpty() && like < 0.2;
    if (strange && !citing.stage().is(Stage.Trait.JOINT)) {
      score -= early || says ? 0.12 : 0.5;
    }
    return Optional.of(Math.clamp(score + 0.01 * like, 0, 1));
  }

  /** Whether two about this that name the same missing paper may be one matter for that. */
  static boolean mayShare(Subject one, Subject two) {
    return one.likeness(two) >= LEAST_IN_COMMON;
  }

  /** Whether likeness may join it to another. */
  static boolean isComparable(Sign sign) {
    Template.Identity identity = sign.template().identity();
    return sign.isHeld()
        && !sign.stage().is(Stage.Trait.REPLY)
        && (identity == Template.Identity.SUBJECT || identity == Template.Identity.WORK);
  }

  /** Two about the same that follow one another in time, or were before the same session. */
  static Optional<Scored> alike(Sign one, Sign two) {
    long months = monthsApart(one, two);
    if (months > LIKENESS_MONTHS) {
      return Optional.empty();
    }
    double like = one.subject().likeness(two.subject());
    boolean session =
        one.stage().is(Stage.Trait.SAME_SESSION)
            && two.stage().is(Stage.Trait.SAME_SESSION)
            && one.session().isPresent()
            && one.session().equals(two.session());
    if (session && like >= LEAST_LIKENESS) {
      return Optional.of(new Scored(0.72 + 0.2 * like, Edge.Reason.SESSION));
    }
    double near = 0.03 * (LIKENESS_MONTHS - months) / LIKENESS_MONTHS;
    return like >= ALIKE
        ? Optional.of(new Scored(0.5 + 0.3 * like + near, Edge.Reason.LIKENESS))
        : Optional.empty();
  }

  /** Whole months between two days; a year where one is not known. */
  static long monthsApart(Sign one, Sign two) {
    Optional<LocalDate> a = one.date();
    Optional<LocalDate> b = two.date();
    return a.isEmpty() || b.isEmpty() ? 12 : Math.abs(ChronoUnit.MONTHS.between(a.get(), b.get()));
  }
}
