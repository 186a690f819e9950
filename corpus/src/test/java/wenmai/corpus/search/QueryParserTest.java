package wenmai.corpus.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wenmai.corpus.QueryProblem;

/** How the query language is read: each line is what is typed and the tree it makes. */
class QueryParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "预算 审查 | (预算 & 审查)",
        "预算　审查 | (预算 & 审查)",
        "预算 AND 审查 | (预算 & 审查)",
        "预算 ＡＮＤ 审查 | (预算 & 审查)",
        "预算 与 审查 | (预算 & 审查)",
        "预算 OR 决算 | (预算 / 决算)",
        "预算 或 决算 审计 | (预算 / (决算 & 审计))",
        "预算 NOT 决算 | (预算 & !决算)",
        "预算 非 决算 | (预算 & !决算)",
        "非 决算 | !决算",
        "预算 AND NOT 决算 | (预算 & !决算)",
        "(预算 OR 决算) 审计 | ((预算 / 决算) & 审计)",
        "（预算 或 决算）审计 | ((预算 / 决算) & 审计)",
        "与 | 与",
        "预算 与 | (预算 & 与)",
        "预算与决算 | 预算与决算",
        "ANDROID | ANDROID",
        "条例（草案） | 条例（草案）",
        "条例(草案)修改 说明 | (条例(草案)修改 & 说明)",
        "\"工作报告\" | \"工作报告\"",
        "“工作报告” | \"工作报告\"",
        "＂工作报告＂ | \"工作报告\"",
        "“关于“十四五”规划”纲要 | (\"关于“十四五”规划\" & 纲要)",
        "标题:预算 | TITLE=预算",
        "标题：预算 审计 | (TITLE=预算 & 审计)",
        "標題：預算 | TITLE=預算",
        "title:(预算 OR 决算) | TITLE=(预算 / 决算)",
        "标题: 预算 | TITLE=预算",
        "文号:平人常发〔2022〕12号 | NUMBER=平人常发〔2022〕12号",
        "文号:平人常发(2022)12号 | NUMBER=平人常发(2022)12号",
        "引用:《预算法 实施条例》第十二条 | CITES=《预算法 实施条例》第十二条",
        "日期:2022..2024 | DATE=2022..2024",
        "near/10(甲 乙) | near10[甲 乙]",
        "ｎｅａｒ／１０（甲 \"乙 丙\"） | near10[甲 \"乙 丙\"]",
        "网址:甲 | 网址:甲",
      })
  void readsWhatIsTyped(String typed, String tree) {
    assertEquals(tree, print(QueryParser.parse(typed)), typed);
  }

  @Test
  void insideQuotesOnlyTwoEscapesAreSpecial() {
    assertEquals("\"a\"b\\c\\d(e)\"", print(QueryParser.parse("\"a\\\"b\\\\c\\d(e)\"")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(预算 | unbalanced-bracket | 0",
        "预算) | unbalanced-bracket | 2",
        "预算 \"决算 | unbalanced-quote | 3",
        "() | empty-group | 0",
        "预算 AND | dangling-operator | 6",
        "OR 预算 | dangling-operator | 0",
        "预算 AND OR 决算 | dangling-operator | 7",
        "预算 标题: | field-without-value | 3",
        "near/0(甲 乙) | bad-distance | 0",
        "near/101(甲 乙) | bad-distance | 0",
        "near/5(甲) | near-needs-words | 0",
        "near/5(甲 (乙 丙)) | near-needs-words | 0",
      })
  void saysWhatIsWrongAndWhere(String typed, String code, int position) {
    QueryProblem problem = assertThrows(QueryProblem.class, () -> QueryParser.parse(typed), typed);
    assertEquals(code, problem.code(), typed);
    assertEquals(position, problem.position(), typed);
  }

  @Test
  void hugeAndDeepQueriesAreRefused() {
    assertEquals("too-long", code("甲".repeat(1_000_000)));
    assertEquals("too-deep", code("(".repeat(2000) + "甲" + ")".repeat(2000)));
    assertEquals("too-deep", code("NOT ".repeat(2000) + "甲"));
    assertEquals("too-many-parts", code("甲 ".repeat(4000)));
  }

  private static String code(String typed) {
    return assertThrows(QueryProblem.class, () -> QueryParser.parse(typed)).code();
  }

  private static String print(TypedQuery query) {
    return switch (query) {
      case TypedQuery.Run run -> run.text();
      case TypedQuery.Quoted quoted -> '"' + quoted.text() + '"';
      case TypedQuery.InField field -> field.field() + "=" + print(field.value());
      case TypedQuery.Near near ->
          "near"
              + near.distance()
              + near.words().stream()
                  .map(QueryParserTest::print)
                  .collect(Collectors.joining(" ", "[", "]"));
      case TypedQuery.And and ->
          and.parts().stream()
              .map(QueryParserTest::print)
              .collect(Collectors.joining(" & ", "(", ")"));
      case TypedQuery.Or or ->
          or.parts().stream()
              .map(QueryParserTest::print)
              .collect(Collectors.joining(" / ", "(", ")"));
      case TypedQuery.Not not -> "!" + print(not.part());
    };
  }
}
