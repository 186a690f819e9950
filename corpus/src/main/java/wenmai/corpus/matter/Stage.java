package wenmai.corpus.matter;

import com.typesafe.config.Config;
import java.util.EnumSet;
import java.util.Set;

/**
 * A step as a template has it (环节).
 *
 * @param role of {@code config/matters/roles.conf}
 * @param name in Chinese
 * @param rank procedural order; steps that come together share it
 * @param follows roles of higher rank after which it may come again
 */
record Stage(String role, String name, int rank, Set<Trait> traits, Set<String> follows) {

  /** What else is said of a step; the keys of the templates. */
  enum Trait {
    /** The matter cannot do without it. */
    KEY("key"),
    /** One paper of it is a matter already. */
    OPENS("opens"),
    /** One paper of it is a matter where it sets a term for something. */
    OPENS_IF_OWED("opens-if-owed"),
    /** One paper may be this step of several matters. */
    JOINT("joint"),
    /** May occur again. */
    REPEATS("repeats"),
    /** May come again because it is alike: papers that go with a step. */
    ATTENDANT("attendant"),
    /** Stands for its alternatives only where no later step came before it. */
    IN_PLACE("in-place"),
    /** Linked by what it cites or by identity only, never by likeness. */
    REPLY("reply"),
    /**
     * Has no place in the order of steps: minutes and letters that go with whatever they name.
     * Tells nothing of the steps before it, and is itself cited by none of them.
     */
    ANYTIME("anytime"),
    /** May be another region's paper. */
    ABROAD("abroad"),
    /** Bears the day of its passing and comes out after another region's approval. */
    PUBLISHED("published"),
    /** Falls in the same session as the other steps that have this trait. */
    SAME_SESSION("same-session"),
    /** May be of anything: its title or its first words must say what year's business it is. */
    OF_ANYTHING("of-anything"),
    /** Is of the year of its own day where it states none. */
    DATED("dated"),
    /** Belongs to the run of a law only where a change of the law follows: an inspection. */
    LEADS_ON("leads-on"),
    /** Carries the serial number of a motion or suggestion. */
    SERIAL("serial");

    private final String key;

    Trait(String key) {
      this.key = key;
    }
  }

  static Stage read(Config config) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    for (Trait trait : Trait.values()) {
      if (config.hasPath(trait.key) && config.getBoolean(trait.key)) {
        traits.add(trait);
      }
    }
    return new Stage(
        config.getString("role"),
        config.getString("name"),
        config.getInt("rank"),
        Set.copyOf(traits),
        config.hasPath("follows") ? Set.copyOf(config.getStringList("follows")) : Set.of());
  }

  boolean is(Trait trait) {
    return traits.contains(trait);
  }
}
