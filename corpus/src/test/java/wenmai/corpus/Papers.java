package wenmai.corpus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.Accessions.Accession;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.Accessions.OriginalBytes;
import wenmai.corpus.Accessions.Paper;
import wenmai.corpus.Accessions.RegisteredFile;
import wenmai.corpus.citation.Citation;
import wenmai.corpus.citation.CitationType;
import wenmai.corpus.citation.Relation;
import wenmai.corpus.document.Authority;
import wenmai.corpus.document.Content;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Organ;
import wenmai.corpus.document.Provenance;
import wenmai.corpus.document.Region;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.structure.Outline;
import wenmai.corpus.text.CodePointIndex;
import wenmai.corpus.text.Quote;
import wenmai.corpus.text.Span;

/**
 * Small papers for tests: a text whose first line is its title, with every 《…》 in it cited.
 *
 * @param path of the file it came from
 */
public record Papers(String path, String text, Facts facts, Visibility visibility) {

  public static Papers at(String path, String text) {
    String title = text.lines().findFirst().orElseThrow();
    Facts facts = Facts.none().with(FactKey.TITLE, given(title, title));
    return new Papers(path, text, facts, Visibility.PUBLIC)
        .kind(Kind.REPORT)
        .with(FactKey.AUTHORITY, Authority.CONGRESS);
  }

  private static <T> Fact<T> given(T value, String printed) {
    return Fact.read(value, new Evidence.Given(printed), 1);
  }

  public <T> Papers with(FactKey<T> key, T value) {
    return new Papers(path, text, facts.with(key, given(value, key.print(value))), visibility);
  }

  public Papers kind(Kind kind) {
    return with(FactKey.KIND, kind);
  }

  public Papers date(String date) {
    return with(FactKey.DATE, LocalDate.parse(date));
  }

  public Papers number(String number) {
    return with(FactKey.NUMBER, DocumentNumber.parse(number).orElseThrow());
  }

  public Papers organ(String organ) {
    return with(FactKey.ORGAN, new Organ(organ));
  }

  public Papers region(String... path) {
    return with(FactKey.REGION, Region.of(path));
  }

  public Papers internal() {
    return new Papers(path, text, facts, Visibility.INTERNAL);
  }

  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public DocumentId id() {
    return DocumentId.ofOriginal(sha256(), path);
  }

  public OfficialDocument document() {
    return document(id());
  }

  public OfficialDocument document(DocumentId id) {
    return new OfficialDocument(
        id,
        new Provenance(
            Optional.empty(), path, sha256(), bytes().length, "text/plain", Optional.empty()),
        facts,
        new Content(
            text,
            List.of(),
            Outline.none(),
            citations(text),
            List.of(),
            List.of(),
            Optional.empty(),
            "zh-Hans"),
        visibility);
  }

  private static List<Citation> citations(String text) {
    CodePointIndex index = CodePointIndex.of(text);
    List<Citation> citations = new ArrayList<>();
    for (int open = text.indexOf('《'); open >= 0; open = text.indexOf('《', open + 1)) {
      int close = text.indexOf('》', open) + 1;
      int from = text.lastIndexOf('\n', open) + 1;
      int to = text.indexOf('\n', close) < 0 ? text.length() : text.indexOf('\n', close);
      citations.add(
          new Citation(
              Quote.of(text, Span.of(open, close), index),
              CitationType.TITLE,
              Optional.of(text.substring(open + 1, close - 1)),
              Optional.empty(),
              Optional.empty(),
              Relation.MENTIONS,
              Quote.of(text, Span.of(from, to), index)));
    }
    return citations;
  }

  public RegisteredFile file() {
    return new RegisteredFile(
        new FileLocation("/papers", path),
        bytes().length,
        1_700_000_000_000L,
        sha256(),
        List.of(id()));
  }

  public Accession accession() {
    return new Accession(
        file(),
        Map.of(sha256(), new OriginalBytes.InMemory(bytes())),
        List.of(new Paper(document(), text, "test 1")));
  }
}
