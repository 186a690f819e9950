package wenmai.corpus.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.document.Content;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Region;
import wenmai.corpus.document.Warning;
import wenmai.corpus.document.WarningCode;
import wenmai.corpus.reading.ReadingInput;
import wenmai.corpus.record.PaperRecord;
import wenmai.corpus.text.CodePointIndex;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.NamedRepairs;
import wenmai.corpus.text.Page;
import wenmai.corpus.text.RepairedText;
import wenmai.corpus.text.Span;

/**
 * A paper read again without some of its repairs (撤销修复后的重读) or beside the papers of its folder
 * (同卷重读): text, places, facts, structure and citations follow from the words as they then stand.
 */
final class Revision {
  private Revision() {}

  /**
   * The record without these repairs and in this company; empty where none of them is among its own
   * and the company does not tell of what place it is.
   *
   * @param names of repairs ({@link NamedRepairs})
   * @param company the places that the papers beside it are of
   */
  static Optional<PaperRecord> of(
      PaperRecord read, Set<String> names, List<Region> company, Rereader reader) {
    Optional<RepairedText> layers = read.layers();
    if (layers.isEmpty()) {
      return Optional.empty();
    }
    RepairedText before = layers.get();
    RepairedText now = NamedRepairs.of(before).without(names);
    boolean mended = now.map().edits().size() < before.map().edits().size();
    if (!mended && (company.isEmpty() || hasPlace(read.document()))) {
      return Optional.empty();
    }
    OfficialDocument again = again(read.document(), before, now, company, reader);
    return mended || hasPlace(again)
        ? Optional.of(new PaperRecord(again, read.rawText(), read.extractor()))
        : Optional.empty();
  }

  private static boolean hasPlace(OfficialDocument document) {
    return document.facts().has(FactKey.REGION);
  }

  private static OfficialDocument again(
      OfficialDocument read,
      RepairedText before,
      RepairedText now,
      List<Region> company,
      Rereader reader) {
    OfficialDocument again =
        reader.read(
            new ReadingInput(
                    read.id(),
                    read.provenance(),
                    now,
                    pages(read.content().pages(), before, now),
                    java.util.Map.of(),
                    fromOutside(read.facts()),
                    read.visibility())
                .withCompany(company.isEmpty() ? brought(read.facts()) : company));
    return withWarnings(again, ofTheFile(read.content()));
  }

  private static List<Page> pages(List<Page> pages, RepairedText before, RepairedText now) {
    CodePointIndex from = CodePointIndex.of(before.text());
    CodePointIndex to = CodePointIndex.of(now.text());
    return pages.stream()
        .map(page -> {
          Span span = from.toUtf16(page.span());
          int start = now.map().toRepaired(before.map().toRaw(span.start()));
          int end = now.map().toRepaired(before.map().toRaw(span.end()));
          CodePointSpan moved = to.toCodePoints(Span.of(start, Math.max(start, end)));
          return new Page(page.number(), moved);
        })
        .toList();
  }

  /** The company that came with a paper that another archive exported. */
  private static List<Region> brought(Facts facts) {
    return facts.get(FactKey.REGION).stream()
        .filter(fact -> fact.evidence() instanceof Evidence.InCompany)
        .map(Fact::value)
        .toList();
  }

  /** What came with the paper or its file, and does not follow from its words. */
  private static Facts fromOutside(Facts facts) {
    Facts outside = Facts.none();
    for (FactKey<?> key : FactKey.all()) {
      outside = fromOutside(facts, key, outside);
    }
    return outside;
  }

  private static <T> Facts fromOutside(Facts facts, FactKey<T> key, Facts before) {
    Facts outside = before;
    for (Fact<T> fact : facts.all(key)) {
      boolean kept =
          fact.evidence() instanceof Evidence.Given
              || fact.evidence() instanceof Evidence.InMetadata;
      outside = kept ? outside.and(key, fact) : outside;
    }
    return outside;
  }

  /** How sure OCR was does not change with the repairs. */
  private static List<Warning> ofTheFile(Content content) {
    return content.warnings().stream()
        .filter(warning -> warning.code() == WarningCode.LOW_OCR)
        .toList();
  }

  private static OfficialDocument withWarnings(OfficialDocument document, List<Warning> more) {
    if (more.isEmpty()) {
      return document;
    }
    Content content = document.content();
    List<Warning> warnings = new ArrayList<>(content.warnings());
    warnings.addAll(more);
    return new OfficialDocument(
        document.id(),
        document.provenance(),
        document.facts(),
        new Content(
            content.text(),
            content.pages(),
            content.outline(),
            content.citations(),
            content.repairs(),
            warnings,
            content.votes(),
            content.language()),
        document.visibility());
  }
}
