package wenmai.corpus.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Status;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Quote;

/** Pins how a version stands on a day, why, and how the history of a work is put together. */
class StatusOnTest {
  private static final DocumentId FIRST = DocumentId.ofExternal("养犬条例2010");
  private static final DocumentId SECOND = DocumentId.ofExternal("养犬条例2018");
  private static final DocumentId DECISION = DocumentId.ofExternal("废止决定");

  private static final String SECOND_TEXT =
      """
      平川市养犬条例
      （2010年3月1日平川市第十届人民代表大会常务委员会第三次会议通过 2018年5月2日平川市第十二届人民代表大会常务委员会\
      第八次会议修订）
      第一条 略。
      """;

  private static Expression version(DocumentId id, String date, String effective, String text) {
    return new Expression(
        id,
        Kind.REGULATION,
        Optional.of(LocalDate.parse(date)),
        Optional.of(LocalDate.parse(effective)),
        Optional.empty(),
        AmendmentNotesReader.read(text));
  }

  private static final Expression OLD = version(FIRST, "2010-03-01", "2010-06-01", "");
  private static final Expression NEW = version(SECOND, "2018-05-02", "2018-09-01", SECOND_TEXT);

  private static Strike strike(Strike.Act act, String effective) {
    String words = "《平川市养犬条例》同时废止。";
    return new Strike(
        act,
        Optional.of(LocalDate.parse(effective)),
        new DocumentQuote(DECISION, new Quote(new CodePointSpan(0, words.length()), words)));
  }

  private static Status on(Expression version, List<Strike> strikes, String day) {
    return StatusOn.of(version, List.of(OLD, NEW), strikes, LocalDate.parse(day)).status();
  }

  @Test
  void aVersionIsInForceFromItsDayUntilTheNextOneIs() {
    assertEquals(Status.NOT_YET_IN_FORCE, on(OLD, List.of(), "2010-05-31"));
    assertEquals(Status.IN_FORCE, on(OLD, List.of(), "2010-06-01"));
    assertEquals(Status.IN_FORCE, on(OLD, List.of(), "2018-08-31"));
    assertEquals(Status.AMENDED, on(OLD, List.of(), "2018-09-01"));
    assertEquals(Status.NOT_YET_IN_FORCE, on(NEW, List.of(), "2018-08-31"));
    assertEquals(Status.IN_FORCE, on(NEW, List.of(), "2018-09-01"));
  }

  @Test
  void theReasonIsTheNoteOfTheLaterVersion() {
    StatusOn status = StatusOn.of(OLD, List.of(OLD, NEW), List.of(), LocalDate.parse("2020-01-01"));
    assertEquals(Optional.of(SECOND), status.by());
    assertTrue(status.reason().orElseThrow().quote().words().contains("2018年5月2日"));
  }

  @Test
  void repealEndsWhatIsInForceAndSparesWhatCameLater() {
    List<Strike> repeal = List.of(strike(Strike.Act.REPEALS, "2015-01-01"));
    assertEquals(Status.IN_FORCE, on(OLD, repeal, "2014-12-31"));
    assertEquals(Status.REPEALED, on(OLD, repeal, "2015-01-01"));
    assertEquals(Status.IN_FORCE, on(NEW, repeal, "2019-01-01"));
  }

  @Test
  void anAmendmentWhoseTextIsNotHeldIsSaidWithItsSentence() {
    List<Strike> amendment = List.of(strike(Strike.Act.AMENDS, "2021-04-01"));
    StatusOn status = StatusOn.of(NEW, List.of(OLD, NEW), amendment, LocalDate.parse("2022-01-01"));
    assertEquals(Status.AMENDED, status.status());
    assertEquals(Optional.of(DECISION), status.by());
    assertEquals("《平川市养犬条例》同时废止。", status.reason().orElseThrow().quote().words());
  }

  @Test
  void theTextInForceOnADayIsFound() {
    List<Expression> versions = List.of(NEW, OLD);
    assertEquals(Optional.empty(), StatusOn.inForce(versions, LocalDate.parse("2010-05-31")));
    assertEquals(
        Optional.of(FIRST),
        StatusOn.inForce(versions, LocalDate.parse("2018-08-31")).map(Expression::document));
    assertEquals(
        Optional.of(SECOND),
        StatusOn.inForce(versions, LocalDate.parse("2018-09-01")).map(Expression::document));
  }

  @Test
  void theHistoryTellsEachStepOnceWithItsText() {
    List<VersionStep> steps =
        VersionHistory.of(List.of(OLD, NEW), List.of(strike(Strike.Act.REPEALS, "2026-01-01")));
    assertEquals(
        List.of("2010-03-01 通过 true", "2018-05-02 修订 true", "2026-01-01 废止 false"),
        steps.stream()
            .map(step ->
                step.date().orElseThrow()
                    + " "
                    + step.event().label()
                    + " "
                    + step.document().isPresent())
            .toList());
  }

  @Test
  void aTermOfValidityEndsTheText() {
    Optional<LocalDate> effective = Optional.of(LocalDate.parse("2023-04-01"));
    String term = "第十一条 许可证有效期三年。\n第十二条 本办法自2023年4月1日起施行，有效期五年。";
    Lapse lapse = LapseReader.read(term, effective).orElseThrow();
    assertEquals(LocalDate.parse("2028-04-01"), lapse.from());
    assertEquals("有效期五年", lapse.quote().words());
    assertEquals(
        LocalDate.parse("2026-01-01"),
        LapseReader.read("本通知自发布之日起施行,有效期至2025年12月31日。", effective).orElseThrow().from());
    assertEquals(Optional.empty(), LapseReader.read("取得的许可证有效期为五年。", effective));
  }

  @Test
  void whatLapsedSaysSoInItsOwnWordsAndHoldsOnItsLastDay() {
    Lapse lapse =
        LapseReader.read("本规定自2019年7月1日起施行，有效期至2024年6月30日，到期自动失效。", Optional.empty()).orElseThrow();
    Expression rule =
        new Expression(
            FIRST,
            Kind.NORMATIVE_DOCUMENT,
            OLD.date(),
            OLD.effective(),
            Optional.of(lapse),
            List.of());
    LocalDate last = LocalDate.parse("2024-06-30");
    assertEquals(Status.IN_FORCE, StatusOn.of(rule, List.of(rule), List.of(), last).status());
    StatusOn after = StatusOn.of(rule, List.of(rule), List.of(), last.plusDays(1));
    assertEquals(Status.REPEALED, after.status());
    assertEquals("有效期至2024年6月30日", after.reason().orElseThrow().quote().words());
  }
}
