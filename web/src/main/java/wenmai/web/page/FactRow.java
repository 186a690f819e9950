package wenmai.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.search.FacetName;
import wenmai.web.render.Annotations;
import wenmai.web.render.Messages;

/** What is known under one heading; several values where a paper has several. */
public record FactRow(String name, List<Value> values) {

  /**
   * A value with the words that show it.
   *
   * @param url of everything that shares it, or empty
   * @param words that show it
   * @param anchor of these words in the text, or empty where they stand elsewhere
   * @param how where they stand
   * @param inferred whether it follows from them rather than stands there
   */
  public record Value(
      String value, String url, String words, String anchor, String how, boolean inferred) {}

  private static final Map<FactKey<?>, FacetName> FACETS =
      Map.of(
          FactKey.KIND, FacetName.KIND,
          FactKey.AUTHORITY, FacetName.AUTHORITY,
          FactKey.ORGAN, FacetName.ORGAN,
          FactKey.SESSION, FacetName.SESSION,
          FactKey.TOPIC, FacetName.TOPIC);

  static List<FactRow> of(Facts facts, Messages messages) {
    List<FactRow> rows = new ArrayList<>();
    for (FactKey<?> key : FactKey.all()) {
      List<Value> values = values(key, facts, messages);
      if (!values.isEmpty()) {
        rows.add(new FactRow(messages.get("fact." + key.name()), values));
      }
    }
    return rows;
  }

  private static <T> List<Value> values(FactKey<T> key, Facts facts, Messages messages) {
    List<Value> values = new ArrayList<>();
    for (Fact<T> fact : facts.all(key)) {
      String printed = key.print(fact.value());
      values.add(
          new Value(
              shown(key, printed, messages),
              Optional.ofNullable(FACETS.get(key))
                  .map(facet -> Addresses.search(facet, printed))
                  .orElse(""),
              fact.evidence().words(),
              fact.evidence().span().map(Annotations::evidenceId).orElse(""),
              messages.get(how(fact.evidence())),
              fact.inferred()));
    }
    return values;
  }

  private static String how(Evidence evidence) {
    return switch (evidence) {
      case Evidence.InText inText -> "document.evidence";
      case Evidence.InRaw inRaw -> "document.evidence.raw";
      case Evidence.InMetadata inMetadata -> "document.evidence.metadata";
      case Evidence.InFileName inFileName -> "document.evidence.file";
      case Evidence.InCompany inCompany -> "document.evidence.company";
      case Evidence.InOther inOther -> "document.evidence.other";
      case Evidence.Given given -> "document.evidence.given";
      case Evidence.Corrected corrected -> "document.evidence.corrected";
    };
  }

  private static String shown(FactKey<?> key, String value, Messages messages) {
    if (key == FactKey.REGION || key == FactKey.REGION_NOW) {
      return value.replace("/", " › ");
    }
    String group = key == FactKey.SESSION_BODY ? "session-body" : key.name();
    return messages.label(group, value);
  }
}
