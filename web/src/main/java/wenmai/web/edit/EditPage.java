package wenmai.web.edit;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wenmai.corpus.Dossier;
import wenmai.corpus.document.Authority;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.OrganLevel;
import wenmai.corpus.document.SessionBody;
import wenmai.corpus.document.Status;
import wenmai.corpus.store.Publication;
import wenmai.web.render.Messages;

/**
 * The page on which staff set a document right (整理页).
 *
 * @param problem what went wrong the last time, or empty
 */
public record EditPage(
    String id,
    String title,
    String state,
    List<Choice> next,
    List<FactLine> facts,
    List<BlockLine> blocks,
    List<StepLine> history,
    String problem) {
  private static final Set<String> DAYS =
      Stream.of(
              FactKey.DATE,
              FactKey.ISSUED,
              FactKey.ADOPTED,
              FactKey.PUBLISHED,
              FactKey.EFFECTIVE,
              FactKey.REPEALED)
          .map(FactKey::name)
          .collect(Collectors.toUnmodifiableSet());

  /** Facts whose values are few, with the keys of these. */
  private static final Map<String, List<String>> CHOICES =
      Map.of(
          FactKey.KIND.name(), keys(Kind.values(), Kind::key),
          FactKey.AUTHORITY.name(), keys(Authority.values(), Authority::key),
          FactKey.ORGAN_LEVEL.name(), keys(OrganLevel.values(), OrganLevel::key),
          FactKey.SESSION_BODY.name(), keys(SessionBody.values(), SessionBody::key),
          FactKey.STATED_STATUS.name(), keys(Status.values(), Status::key));

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  /** A value by its key, such as a state that may come next. */
  public record Choice(String key, String label) {}

  /**
   * A fact with the box to change it in; what is not there is empty.
   *
   * @param several whether a paper may have several of it, one a line
   * @param day whether it is a day
   * @param choices its values, where they are few and known; else empty
   */
  public record FactLine(
      String name,
      String label,
      String read,
      String now,
      String by,
      boolean several,
      boolean day,
      List<Choice> choices) {
    public FactLine {
      choices = List.copyOf(choices);
    }
  }

  /** What keeps it from the public. */
  public record BlockLine(String code, String label, String detail, String clearedBy) {}

  /** What somebody did. */
  public record StepLine(
      long number,
      String at,
      String who,
      String act,
      String before,
      String after,
      boolean undoable) {}

  public EditPage {
    next = List.copyOf(next);
    facts = List.copyOf(facts);
    blocks = List.copyOf(blocks);
    history = List.copyOf(history);
  }

  private static <T> List<String> keys(T[] values, Function<T, String> key) {
    return Arrays.stream(values).map(key).toList();
  }

  static EditPage of(Dossier dossier, String problem, Messages messages, ZoneId zone) {
    return new EditPage(
        dossier.id().value(),
        dossier.title().orElse(messages.get("search.untitled")),
        messages.get("publication." + dossier.state().key()),
        dossier.next().stream()
            .sorted(Comparator.comparing(Publication::key).reversed())
            .map(state -> new Choice(state.key(), messages.get("edit.to." + state.key())))
            .toList(),
        dossier.facts().stream().map(fact -> line(fact, messages)).toList(),
        dossier.blocks().stream().map(block -> line(block, messages)).toList(),
        dossier.history().stream().map(step -> line(step, messages, zone)).toList(),
        problem);
  }

  private static FactLine line(Dossier.FactEntry fact, Messages messages) {
    return new FactLine(
        fact.name(),
        EditRoutes.named(fact.name(), messages),
        fact.read().orElse(""),
        fact.now().orElse(""),
        fact.by().orElse(""),
        FactKey.ofName(fact.name()).map(FactKey::isList).orElse(false),
        DAYS.contains(fact.name()),
        choices(fact.name(), messages));
  }

  private static List<Choice> choices(String fact, Messages messages) {
    String group = fact.equals(FactKey.SESSION_BODY.name()) ? "session-body" : fact;
    return CHOICES.getOrDefault(fact, List.of()).stream()
        .map(key -> new Choice(key, messages.label(group, key)))
        .toList();
  }

  private static BlockLine line(Dossier.Block block, Messages messages) {
    return new BlockLine(
        block.code().key(),
        EditRoutes.named(block.code().key(), messages),
        block.detail(),
        block.clearedBy().orElse(""));
  }

  private static StepLine line(Dossier.Step step, Messages messages, ZoneId zone) {
    return new StepLine(
        step.number(),
        MINUTE.format(step.at().atZone(zone)),
        step.who().equals(Dossier.INTAKE) ? messages.get("edit.who.intake") : step.who(),
        act(step.act(), messages),
        state(step.before().orElse(""), messages),
        state(step.after().orElse(""), messages),
        step.undoable());
  }

  /** The act and what it was done to: {@code correct:title} is 更正 标题. */
  private static String act(String act, Messages messages) {
    int colon = act.indexOf(':');
    if (act.startsWith("repair:")) {
      return messages.get("edit.act.repair");
    }
    return colon < 0
        ? messages.label("edit.act", act)
        : messages.get(
            "edit.act." + act.substring(0, colon),
            EditRoutes.named(act.substring(colon + 1), messages));
  }

  private static String state(String state, Messages messages) {
    if (state.isEmpty()) {
      return messages.get("edit.state.as-read");
    }
    if (state.startsWith("undone ")) {
      return messages.get("edit.state.undone", state.substring("undone ".length()));
    }
    return state.startsWith("set ")
        ? "“" + state.substring("set ".length()) + "”"
        : messages.label("edit.state", state);
  }
}
