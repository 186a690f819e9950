package wenmai.corpus.matter;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import wenmai.corpus.citation.Relation;
import wenmai.corpus.document.CongressSession;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Region;
import wenmai.corpus.document.SessionBody;
import wenmai.corpus.matter.PaperCard.Description;
import wenmai.corpus.matter.PaperCard.Naming;
import wenmai.corpus.matter.PaperCard.Persons;
import wenmai.corpus.matter.PaperCard.Sentence;

/**
 * A paper's card as bytes and back (文件摘记存储). Whoever reads them knows that these rules wrote them.
 */
public final class CardBytes {
  private CardBytes() {}

  public static byte[] of(PaperCard card) {
    CompactOut out = new CompactOut();
    out.text(card.id().value()).text(card.title()).quote(card.name());
    out.text(card.kind().map(Kind::key)).text(card.date()).text(card.region());
    out.text(card.number()).text(card.session()).text(card.sessionBody().map(SessionBody::key));
    out.flag(card.outside()).flag(card.joint());
    out.text(String.join("/", card.subject().words()));
    out.texts(new TreeSet<>(card.roles()));
    out.each(
        new TreeMap<>(card.keys()).entrySet(),
        each -> out.text(each.getKey()).each(each.getValue(), key -> write(out, key)));
    out.each(
        new TreeMap<>(card.listed()).entrySet(),
        each ->
            out.text(each.getKey()).text(each.getValue().title()).quote(each.getValue().words()));
    Persons persons = card.persons();
    out.texts(persons.appointed()).texts(persons.appraised());
    out.text(persons.opening()).text(persons.ending());
    out.each(card.opening(), each -> out.span(each.span()).text(each.words()));
    out.each(card.namings(), each -> write(out, each));
    out.each(
        card.descriptions(),
        each ->
            out.text(each.phrase())
                .text(String.join("/", each.subject().words()))
                .quote(each.place()));
    out.each(card.terms(), each -> each.write(out));
    return out.bytes();
  }

  private static void write(CompactOut out, Key key) {
    out.text(key.kind().name()).text(key.value()).text(key.qualifier());
  }

  private static void write(CompactOut out, Naming naming) {
    out.number(naming.ordinal()).text(naming.title()).text(naming.number());
    out.text(naming.relation().key()).quote(naming.place());
  }

  public static PaperCard read(byte[] bytes) {
    CompactIn in = new CompactIn(bytes);
    DocumentId id = in.id();
    String title = in.text();
    var name = in.documentQuote();
    Optional<Kind> kind = in.parsed(Kind::ofKey);
    Optional<LocalDate> date = in.optional().map(LocalDate::parse);
    Optional<Region> region = in.optional().map(Region::parse);
    Optional<DocumentNumber> number = in.parsed(DocumentNumber::parse);
    Optional<CongressSession> session = in.parsed(CongressSession::parse);
    Optional<SessionBody> body = in.parsed(SessionBody::ofKey);
    boolean outside = in.flag();
    boolean joint = in.flag();
    Subject subject = Subject.of(in.text());
    Set<String> roles = Set.copyOf(in.each(in::name));
    Map<String, Set<Key>> keys = new HashMap<>();
    for (int left = in.number(); left > 0; left--) {
      String role = in.name();
      Set<Key> those = new LinkedHashSet<>(in.each(() -> key(in)));
      if (!those.isEmpty()) {
        keys.put(role, those.size() > 1 ? those : Set.copyOf(those));
      }
    }
    Map<String, SerialReader.Listed> listed = new HashMap<>();
    for (int left = in.number(); left > 0; left--) {
      listed.put(in.text(), new SerialReader.Listed(in.text(), in.documentQuote()));
    }
    Persons persons = new Persons(in.texts(), in.texts(), in.text(), in.text());
    List<Sentence> opening = in.each(() -> new Sentence(in.span(), in.text()));
    List<Naming> namings = in.each(() -> naming(in));
    List<Description> descriptions =
        in.each(() -> new Description(in.text(), Subject.of(in.text()), in.quote()));
    return new PaperCard(
        id,
        title,
        name,
        kind,
        date,
        region,
        number,
        session,
        body,
        outside,
        subject,
        roles,
        joint,
        keys,
        listed,
        persons,
        opening,
        namings,
        descriptions,
        in.each(() -> RuleTerm.read(in)));
  }

  private static Key key(CompactIn in) {
    return new Key(Template.Identity.valueOf(in.text()), in.text(), in.text());
  }

  private static Naming naming(CompactIn in) {
    return new Naming(
        in.number(),
        in.text(),
        in.parsed(DocumentNumber::parse),
        in.required(Relation::ofKey),
        in.quote());
  }
}
