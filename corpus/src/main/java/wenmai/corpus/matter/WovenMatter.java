package wenmai.corpus.matter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;

/** Papers that were found to be one matter (已串联事项), and why; not written down yet. */
public final class WovenMatter {
  private final Bundle bundle;
  private final boolean reviewed;
  private final LocalTerms terms;

  /**
   * @param terms that rules of the place set
   */
  WovenMatter(Bundle bundle, boolean reviewed, LocalTerms terms) {
    this.bundle = bundle;
    this.reviewed = reviewed;
    this.terms = terms;
  }

  /** The same under other terms. */
  WovenMatter under(LocalTerms others) {
    return new WovenMatter(bundle, reviewed, others);
  }

  LocalTerms terms() {
    return terms;
  }

  Bundle bundle() {
    return bundle;
  }

  boolean isReviewed() {
    return reviewed;
  }

  /** Tells it from every other of its jurisdiction at one time, and orders them. */
  public String key() {
    return bundle.key();
  }

  public Set<DocumentId> documents() {
    return Set.copyOf(bundle.documents());
  }

  /**
   * Tells everything that the writing of this matter depends on: two with the same fingerprint are
   * written down alike.
   *
   * @param rules the fingerprint of the rules
   * @param stamps which text of a paper it is; another for each change of it
   */
  public String fingerprint(String rules, Function<DocumentId, String> stamps) {
    Print print = new Print(stamps);
    print.add(rules);
    print.add(String.valueOf(reviewed));
    print.add(terms.toString());
    List<Sign> signs = bundle.signs();
    signs.forEach(print::add);
    Map<Integer, String> names = new HashMap<>();
    for (int i = 0; i < signs.size(); i++) {
      names.put(bundle.members().get(i), signs.get(i).name());
    }
    for (Edge edge : bundle.edges()) {
      print.add(Objects.requireNonNull(names.get(edge.one())));
      print.add(Objects.requireNonNull(names.get(edge.other())));
      print.add(edge.reason() + " " + edge.score());
      print.add(edge.evidence());
    }
    return HexFormat.of().formatHex(print.digest.digest(), 0, 20);
  }

  private static final class Print {
    private final MessageDigest digest = sha256();
    private final Function<DocumentId, String> stamps;

    Print(Function<DocumentId, String> stamps) {
      this.stamps = stamps;
    }

    void add(String words) {
      digest.update(words.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }

    void add(DocumentQuote quote) {
      add(quote.document().value());
      add(stamps.apply(quote.document()));
      add(quote.quote().span().toString());
    }

    /* What else a sign has follows from its paper, which the stamp tells. */
    void add(Sign sign) {
      add(sign.name());
      sign.id().ifPresent(id -> add(stamps.apply(id)));
      sign.keys().stream().map(Key::toString).sorted().forEach(this::add);
      add(sign.subject().toString());
      add(sign.evidence());
      for (Pointer pointer : sign.pointers()) {
        add(pointer.targets().toString());
        add(pointer.evidence());
      }
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }
  }
}
