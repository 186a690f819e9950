package wenmai.corpus.engine.lucene;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.engine.CitedPlace;
import wenmai.corpus.engine.IndexableDocument;
import wenmai.corpus.engine.Passages;
import wenmai.corpus.search.FacetName;
import wenmai.corpus.structure.Outline;

/** Small documents for the tests of the engine, made step by step. */
final class Samples {
  private final String name;
  private String title = "";
  private String text = "";
  private Visibility visibility = Visibility.PUBLIC;
  private Optional<DocumentNumber> number = Optional.empty();
  private Optional<LocalDate> date = Optional.empty();
  private Outline outline = Outline.none();
  private Optional<String> raw = Optional.empty();
  private List<CitedPlace> cites = List.of();
  private final Map<FacetName, List<String>> facets = new EnumMap<>(FacetName.class);

  private Samples(String name) {
    this.name = name;
  }

  static Samples document(String name) {
    return new Samples(name);
  }

  static DocumentId id(String name) {
    return DocumentId.ofExternal(name);
  }

  Samples title(String value) {
    title = value;
    return this;
  }

  Samples text(String value) {
    text = value;
    return this;
  }

  Samples internal() {
    visibility = Visibility.INTERNAL;
    return this;
  }

  Samples number(String official) {
    number = DocumentNumber.parse(official);
    return this;
  }

  Samples date(String day) {
    date = Optional.of(LocalDate.parse(day));
    return facet(FacetName.YEAR, day.substring(0, 4));
  }

  Samples raw(String value) {
    raw = Optional.of(value);
    return this;
  }

  Samples outline(Outline value) {
    outline = value;
    return this;
  }

  Samples cites(CitedPlace... places) {
    cites = List.of(places);
    return this;
  }

  Samples facet(FacetName facet, String... values) {
    facets.put(facet, List.of(values));
    return this;
  }

  IndexableDocument make() {
    return new IndexableDocument(
        id(name),
        visibility,
        title.isEmpty() ? Optional.empty() : Optional.of(title),
        number,
        Optional.empty(),
        facets,
        date,
        text,
        Passages.of(text, outline),
        cites,
        raw);
  }
}
