package wenmai.corpus.matter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.citation.Relation;
import wenmai.corpus.document.CongressSession;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Region;
import wenmai.corpus.document.SessionBody;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Quote;

/**
 * All of a paper that finding its matter needs (事项用文件摘记), read from it alone: so that one new paper
 * makes no other be read again. {@link CardReader} reads it, {@link CardBytes} keeps it.
 *
 * @param title folded, without blanks; empty where there is none
 * @param name the words that name the paper
 * @param outside whether it tells of matters without being a step of one
 * @param subject of its title
 * @param roles those it plays by itself
 * @param joint whether it may be a step of several matters
 * @param keys what tells its matter apart, by template and role
 * @param listed papers of a letter that hands over many, by serial number
 * @param opening its first sentences
 * @param namings what it cites besides itself
 * @param descriptions what it names without 《》
 * @param terms what it sets as a rule of its place
 */
public record PaperCard(
    DocumentId id,
    String title,
    DocumentQuote name,
    Optional<Kind> kind,
    Optional<LocalDate> date,
    Optional<Region> region,
    Optional<DocumentNumber> number,
    Optional<CongressSession> session,
    Optional<SessionBody> sessionBody,
    boolean outside,
    Subject subject,
    Set<String> roles,
    boolean joint,
    Map<String, Set<Key>> keys,
    Map<String, SerialReader.Listed> listed,
    Persons persons,
    List<Sentence> opening,
    List<Naming> namings,
    List<Description> descriptions,
    List<RuleTerm> terms) {
  public PaperCard {
    roles = Set.copyOf(roles);
    keys = Map.copyOf(keys);
    listed = Map.copyOf(listed);
    opening = List.copyOf(opening);
    namings = List.copyOf(namings);
    descriptions = List.copyOf(descriptions);
    terms = List.copyOf(terms);
  }

  /**
   * What it says of persons; empty where it is no paper of that kind.
   *
   * @param opening its title and first words
   * @param ending its last words
   */
  record Persons(List<String> appointed, List<String> appraised, String opening, String ending) {
    static final Persons NONE = new Persons(List.of(), List.of(), "", "");

    Persons {
      appointed = List.copyOf(appointed);
      appraised = List.copyOf(appraised);
    }
  }

  /**
   * @param words folded, without blanks
   */
  record Sentence(CodePointSpan span, String words) {}

  /**
   * A citation of another paper.
   *
   * @param ordinal among all citations of the paper
   * @param title folded, without blanks; empty where only a number is given
   */
  record Naming(
      int ordinal, String title, Optional<DocumentNumber> number, Relation relation, Quote place) {}

  /** Words that name a paper by what it is about and what it is. */
  record Description(String phrase, Subject subject, Quote place) {}

  /** Whether it is a rule that sets terms for the matters of its place. */
  public boolean setsTerms() {
    return !terms.isEmpty();
  }

  boolean plays(String role) {
    return roles.contains(role);
  }

  Set<Key> keys(Template template, Stage stage) {
    return keys.getOrDefault(keyOf(template, stage), Set.of());
  }

  static String keyOf(Template template, Stage stage) {
    return template.id() + "|" + stage.role();
  }

  /** The words of the sentence in which a place near the beginning stands. */
  String sentenceAt(int place) {
    for (Sentence sentence : opening) {
      if (sentence.span().start() <= place && place < sentence.span().end()) {
        return sentence.words();
      }
    }
    return "";
  }
}
