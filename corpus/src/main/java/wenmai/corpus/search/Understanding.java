package wenmai.corpus.search;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import wenmai.corpus.engine.CitedPlace;
import wenmai.corpus.engine.EngineQuery;
import wenmai.corpus.engine.EngineRequest;

/** Reads a query back in words (检索式复述), with the phrases of {@code config/search/wording.tsv}. */
final class Understanding {
  private final Wording wording;

  Understanding(Wording wording) {
    this.wording = wording;
  }

  String of(EngineQuery query) {
    return switch (query) {
      case EngineQuery.Everything everything -> say("everything");
      case EngineQuery.Words words -> say("words", words.run());
      case EngineQuery.Question question -> say("question", question.text());
      case EngineQuery.Exact exact -> say("exact", exact.run());
      case EngineQuery.Wildcard wildcard -> say("wildcard", wildcard.pattern());
      case EngineQuery.Near near ->
          say(
              "near",
              near.words().stream().map(word -> say("words", word)).collect(comma()),
              String.valueOf(near.distance()));
      case EngineQuery.InTitle title -> say("title", of(title.query()));
      case EngineQuery.InRaw raw -> say("raw", raw.run());
      case EngineQuery.OfNumber number -> say("number", number.official().orElse(number.text()));
      case EngineQuery.OfOrgan organ -> say("organ", organ.names().getFirst());
      case EngineQuery.OfKind kind -> say("kind", kind.name());
      case EngineQuery.Dated dated -> dated(dated);
      case EngineQuery.Cites cites -> say("cites", cited(cites.place()));
      case EngineQuery.OneOf oneOf -> oneOf(oneOf.places());
      case EngineQuery.All all -> joined(all.parts(), say("and"));
      case EngineQuery.Any any -> joined(any.parts(), say("or"));
      case EngineQuery.Not not -> say("not", of(not.part()));
    };
  }

  private String joined(List<EngineQuery> parts, String joint) {
    return parts.stream().map(this::nested).collect(Collectors.joining(joint));
  }

  private String nested(EngineQuery part) {
    return part instanceof EngineQuery.Any || part instanceof EngineQuery.All
        ? say("group", of(part))
        : of(part);
  }

  private String dated(EngineQuery.Dated dated) {
    String from = dated.from().map(Object::toString).orElse("");
    String to = dated.to().map(Object::toString).orElse("");
    return from.isEmpty()
        ? say("until", to)
        : to.isEmpty() ? say("since", from) : say("between", from, to);
  }

  private static String cited(CitedPlace place) {
    String paper =
        place
            .title()
            .map(title -> "《" + title.value() + "》")
            .or(() -> place.number().map(Object::toString))
            .orElse("");
    return paper + place.provision().map(Addresses::inWords).orElse("");
  }

  private String oneOf(List<EngineRequest.Place> places) {
    return say("named", String.valueOf(places.size()));
  }

  private java.util.stream.Collector<CharSequence, ?, String> comma() {
    return Collectors.joining(say("comma"));
  }

  private String say(String key, String... values) {
    return wording.say(key, List.of(values));
  }

  /** The phrases, with {0}, {1} for what is put in. */
  record Wording(Map<String, String> phrases) {
    Wording {
      phrases = Map.copyOf(phrases);
    }

    String say(String key, List<String> values) {
      String phrase = phrases.get(key);
      if (phrase == null) {
        throw new IllegalStateException("no phrase for " + key);
      }
      String said = phrase;
      for (int i = 0; i < values.size(); i++) {
        said = said.replace("{" + i + "}", values.get(i));
      }
      return said;
    }
  }
}
