package wenmai.corpus.document;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A thing one may know of a document, with the type of its value and the way to print and parse it.
 * Every value prints to a string and back, which is how facts are stored, exported and corrected.
 *
 * @param <T> the value's type
 */
public final class FactKey<T> {
  /** 标题: the document's own, without inner line breaks. */
  public static final FactKey<String> TITLE = text("title");

  public static final FactKey<Kind> KIND = new FactKey<>("kind", Kind::ofKey, Kind::key);

  /** 文种, the finer kind, in Chinese (执法检查报告). */
  public static final FactKey<String> GENRE = text("genre");

  public static final FactKey<Authority> AUTHORITY =
      new FactKey<>("authority", Authority::ofKey, Authority::key);
  public static final FactKey<Organ> ORGAN =
      new FactKey<>(
          "organ", s -> s.isBlank() ? Optional.empty() : Optional.of(new Organ(s)), Organ::name);

  /**
   * 机关简称: the organ as the paper names it (州人民代表大会常务委员会办公室), where it does not say of which place.
   */
  public static final FactKey<String> PRINTED_ORGAN = text("printedOrgan");

  public static final FactKey<Region> REGION =
      new FactKey<>("region", FactKey::region, Region::toString);

  /** 现行区划: what {@link #REGION} is today, where it was renamed or merged since. */
  public static final FactKey<Region> REGION_NOW =
      new FactKey<>("regionNow", FactKey::region, Region::toString);

  /** 机关层级. */
  public static final FactKey<OrganLevel> ORGAN_LEVEL =
      new FactKey<>("organLevel", OrganLevel::ofKey, OrganLevel::key);

  /** 发文字号. */
  public static final FactKey<DocumentNumber> NUMBER =
      new FactKey<>("number", DocumentNumber::parse, DocumentNumber::toString);

  /** 届次. */
  public static final FactKey<CongressSession> SESSION =
      new FactKey<>("session", CongressSession::parse, CongressSession::toString);

  public static final FactKey<SessionBody> SESSION_BODY =
      new FactKey<>("sessionBody", SessionBody::ofKey, SessionBody::key);

  /**
   * The day one cites the text by: adoption of this version, else the dated signature, else
   * publication.
   */
  public static final FactKey<LocalDate> DATE = date("date");

  /** 成文日期. */
  public static final FactKey<LocalDate> ISSUED = date("issued");

  /** 通过日期, the first passing. */
  public static final FactKey<LocalDate> ADOPTED = date("adopted");

  /** 发布日期. */
  public static final FactKey<LocalDate> PUBLISHED = date("published");

  /** 施行日期. */
  public static final FactKey<LocalDate> EFFECTIVE = date("effective");

  /** 废止或者失效日期, where the text itself gives one. */
  public static final FactKey<LocalDate> REPEALED = date("repealed");

  public static final FactKey<String> AUTHOR = text("author");

  /** 作者或者报告人的职务. */
  public static final FactKey<String> OFFICE = text("office");

  /** 来源: where a page says that the paper stood first. */
  public static final FactKey<String> PRESS = text("press");

  /** 责任编辑. */
  public static final FactKey<String> EDITOR = text("editor");

  /** 主送, one fact each. */
  public static final FactKey<String> ADDRESSEE = list("addressee");

  /** 抄送, one fact each. */
  public static final FactKey<String> COPY_TO = list("copyTo");

  /** 签发人或者署名人. */
  public static final FactKey<String> SIGNATORY = text("signatory");

  /** 密级 as printed in the heading. */
  public static final FactKey<String> SECRECY = text("secrecy");

  /** A topic of {@code config/}, by its name, one fact each. */
  public static final FactKey<String> TOPIC = list("topics");

  /** 依据: what the paper says it rests on, as it names it with the article, one fact each. */
  public static final FactKey<String> BASIS = list("basis");

  /** 附件说明: the attachments a paper announces, by their names, one fact each. */
  public static final FactKey<String> ATTACHMENT = list("attachments");

  /**
   * 结果: what a vote, an assessment or a reply came to, where a person has set it; what the text
   * says stands in the votes.
   */
  public static final FactKey<VoteResult> RESULT =
      new FactKey<>("result", VoteResult::parse, VoteResult::toString, Arity.MANY);

  /** A status given from outside (a database's column, a JSON line). */
  public static final FactKey<Status> STATED_STATUS =
      new FactKey<>("status", Status::ofKey, Status::key);

  private static final List<FactKey<?>> ALL =
      List.of(
          TITLE,
          KIND,
          GENRE,
          AUTHORITY,
          ORGAN,
          PRINTED_ORGAN,
          ORGAN_LEVEL,
          REGION,
          REGION_NOW,
          NUMBER,
          SESSION,
          SESSION_BODY,
          DATE,
          ISSUED,
          ADOPTED,
          PUBLISHED,
          EFFECTIVE,
          REPEALED,
          AUTHOR,
          OFFICE,
          PRESS,
          EDITOR,
          ADDRESSEE,
          COPY_TO,
          SIGNATORY,
          SECRECY,
          TOPIC,
          BASIS,
          ATTACHMENT,
          RESULT,
          STATED_STATUS);
  private static final Map<String, FactKey<?>> BY_NAME =
      ALL.stream().collect(Collectors.toUnmodifiableMap(FactKey::name, Function.identity()));

  private final String name;
  private final Function<String, Optional<T>> parser;
  private final Function<T, String> printer;
  private final Arity arity;

  /** How many facts a paper may have of a kind. */
  private enum Arity {
    ONE,
    MANY
  }

  private FactKey(String name, Function<String, Optional<T>> parser, Function<T, String> printer) {
    this(name, parser, printer, Arity.ONE);
  }

  private FactKey(
      String name, Function<String, Optional<T>> parser, Function<T, String> printer, Arity arity) {
    this.name = name;
    this.parser = parser;
    this.printer = printer;
    this.arity = arity;
  }

  public static List<FactKey<?>> all() {
    return ALL;
  }

  public static Optional<FactKey<?>> ofName(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** Its name in JSON. */
  public String name() {
    return name;
  }

  /** Whether a paper may have several of it. */
  public boolean isList() {
    return arity == Arity.MANY;
  }

  /** The value of a printed form, or empty where it is none. */
  public Optional<T> parse(String printed) {
    return parser.apply(printed);
  }

  public String print(T value) {
    return printer.apply(value);
  }

  @Override
  public String toString() {
    return name;
  }

  private static FactKey<String> text(String name) {
    return new FactKey<>(
        name, s -> s.isBlank() ? Optional.empty() : Optional.of(s), Function.identity());
  }

  private static FactKey<String> list(String name) {
    return new FactKey<>(
        name,
        s -> s.isBlank() ? Optional.empty() : Optional.of(s),
        Function.identity(),
        Arity.MANY);
  }

  private static FactKey<LocalDate> date(String name) {
    return new FactKey<>(name, FactKey::day, LocalDate::toString);
  }

  private static Optional<LocalDate> day(String printed) {
    try {
      return Optional.of(LocalDate.parse(printed));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<Region> region(String printed) {
    return printed.isBlank() || printed.startsWith("/")
        ? Optional.empty()
        : Optional.of(Region.parse(printed));
  }
}
