package wenmai.corpus.record;

import java.util.List;
import java.util.Optional;
import wenmai.corpus.document.Authority;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.OrganLevel;
import wenmai.corpus.document.Region;

/**
 * Facts as JSON: the values under keys of their own, what shows them under {@code evidence}. A fact
 * whose value cannot be told from those keys (one of several, or a status given from outside)
 * carries it in its evidence as {@code value}.
 */
final class FactsJson {
  private static final List<FactKey<?>> DATES =
      List.of(
          FactKey.ISSUED, FactKey.ADOPTED, FactKey.PUBLISHED, FactKey.EFFECTIVE, FactKey.REPEALED);

  private FactsJson() {}

  /** {@code title} to {@code topics}, in the contract's order. */
  static void writeValues(JsonOut out, Facts facts) {
    out.text("title", facts.value(FactKey.TITLE));
    out.text("kind", facts.value(FactKey.KIND).orElse(Kind.OTHER).key());
    out.text("genre", facts.value(FactKey.GENRE));
    out.text("authority", facts.value(FactKey.AUTHORITY).orElse(Authority.UNKNOWN).key());
    out.text("organ", facts.value(FactKey.ORGAN));
    Optional<Region> region = facts.value(FactKey.REGION);
    out.text("region", region.map(Region::name));
    out.texts("regionPath", region.map(Region::path).orElse(List.of()));
    out.text("number", facts.value(FactKey.NUMBER));
    out.text("session", facts.value(FactKey.SESSION));
    out.text("sessionBody", facts.value(FactKey.SESSION_BODY).map(body -> body.key()));
    out.text("date", facts.value(FactKey.DATE));
    out.object("dates", dates -> DATES.forEach(key -> dates.text(key.name(), facts.value(key))));
    out.text("author", facts.value(FactKey.AUTHOR));
    out.texts("addressee", facts.values(FactKey.ADDRESSEE));
    out.texts("copyTo", facts.values(FactKey.COPY_TO));
    out.text("signatory", facts.value(FactKey.SIGNATORY));
    out.text("secrecy", facts.value(FactKey.SECRECY));
    out.texts("topics", facts.values(FactKey.TOPIC));
  }

  /** Values beyond the contract's own, behind them so that those keep their order. */
  static void writeMore(JsonOut out, Facts facts) {
    out.text("regionNow", facts.value(FactKey.REGION_NOW));
    out.text("printedOrgan", facts.value(FactKey.PRINTED_ORGAN));
    out.text("organLevel", facts.value(FactKey.ORGAN_LEVEL).map(OrganLevel::key));
    out.text("office", facts.value(FactKey.OFFICE));
    out.text("press", facts.value(FactKey.PRESS));
    out.text("editor", facts.value(FactKey.EDITOR));
    out.texts("basis", facts.values(FactKey.BASIS));
    out.texts("attachments", facts.values(FactKey.ATTACHMENT));
  }

  static void writeEvidence(JsonOut out, Facts facts) {
    out.object("evidence", evidence -> FactKey.all().forEach(key -> write(evidence, key, facts)));
  }

  private static <T> void write(JsonOut out, FactKey<T> key, Facts facts) {
    List<Fact<T>> all = facts.all(key);
    if (all.isEmpty()) {
      return;
    }
    if (key.isList() || all.size() > 1) {
      out.objects(key.name(), all, fact -> write(out, key, fact, true));
    } else {
      out.object(key.name(), o -> write(o, key, all.getFirst(), key.equals(FactKey.STATED_STATUS)));
    }
  }

  private static <T> void write(JsonOut out, FactKey<T> key, Fact<T> fact, boolean withValue) {
    EvidenceJson.write(out, fact.evidence());
    out.share("confidence", fact.confidence()).flag("inferred", fact.inferred());
    if (withValue) {
      out.text("value", key.print(fact.value()));
    }
  }

  static Facts read(JsonIn in, QuoteReader quotes) {
    Facts facts = Facts.none();
    JsonIn evidence = in.objectIfThere("evidence").orElse(in.none());
    for (FactKey<?> key : FactKey.all()) {
      facts = read(key, in, evidence, quotes, facts);
    }
    return facts;
  }

  private static <T> Facts read(
      FactKey<T> key, JsonIn in, JsonIn evidence, QuoteReader quotes, Facts before) {
    Facts facts = before;
    List<JsonIn> shown =
        evidence.isList(key.name())
            ? evidence.objects(key.name(), item -> item)
            : evidence.objectIfThere(key.name()).map(List::of).orElse(List.of());
    for (JsonIn item : shown) {
      T value =
          item.has("value")
              ? item.parsed("value", key::parse)
              : stated(key, in)
                  .orElseThrow(
                      () -> new RecordProblem("evidence for a \"" + key + "\" that is not there"));
      Fact.Origin origin = item.flag("inferred") ? Fact.Origin.INFERRED : Fact.Origin.READ;
      facts =
          facts.and(
              key,
              new Fact<>(value, EvidenceJson.read(item, quotes), item.share("confidence"), origin));
    }
    return shown.isEmpty() ? given(key, in, facts) : facts;
  }

  /** Values that come with nothing to show them were given by whoever wrote the record. */
  private static <T> Facts given(FactKey<T> key, JsonIn in, Facts facts) {
    if (key.isList()) {
      Facts all = facts;
      for (String printed : in.texts(key.name())) {
        T value =
            key.parse(printed)
                .orElseThrow(() -> new RecordProblem("\"" + key + "\" cannot be " + printed));
        all = all.and(key, Fact.read(value, new Evidence.Given(printed), 1));
      }
      return all;
    }
    return stated(key, in)
        .filter(value -> value != Kind.OTHER && value != Authority.UNKNOWN)
        .map(value -> facts.with(key, Fact.read(value, new Evidence.Given(key.print(value)), 1)))
        .orElse(facts);
  }

  /** The value under the key's own name; a status there is computed, not stated. */
  private static <T> Optional<T> stated(FactKey<T> key, JsonIn in) {
    if (key.equals(FactKey.STATED_STATUS) || key.isList()) {
      return Optional.empty();
    }
    if (key.equals(FactKey.REGION)) {
      List<String> path = in.texts("regionPath");
      return path.isEmpty()
          ? in.parsedIfThere("region", key::parse)
          : key.parse(String.join("/", path));
    }
    return DATES.contains(key)
        ? in.objectIfThere("dates").flatMap(dates -> dates.parsedIfThere(key.name(), key::parse))
        : in.parsedIfThere(key.name(), key::parse);
  }
}
