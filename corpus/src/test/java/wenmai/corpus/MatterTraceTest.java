package wenmai.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Kind;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.trace.EdgeType;
import wenmai.corpus.trace.Trace;

/** The papers of one matter are tied in its trace, each tie with words that are really there. */
class MatterTraceTest {
  private static final Papers REPORT =
      district("work.txt", "汀浦区人民政府关于公共厕所管理工作情况的报告\n主任、各位副主任、各位委员：\n受区人民政府委托，现将公共厕所管理工作情况报告如下。")
          .organ("汀浦区人民政府")
          .date("2023-06-30");
  private static final Papers OPINION =
      district(
              "review.txt",
              "汀浦区人民代表大会常务委员会关于公共厕所管理工作情况报告的审议意见\n"
                  + "会议听取和审议了《汀浦区人民政府关于公共厕所管理工作情况的报告》，提出以下审议意见。\n一、完善管理机制。区人民政府应当健全考核办法。")
          .kind(Kind.REVIEW_OPINION)
          .organ("汀浦区人民代表大会常务委员会")
          .date("2023-07-10");
  private static final Papers ANSWER =
      district(
              "answer.txt",
              "汀浦区人民政府关于公共厕所管理工作审议意见研究处理情况的报告\n"
                  + "区人大常委会：\n《汀浦区人民代表大会常务委员会关于公共厕所管理工作情况报告的审议意见》收悉，现将研究处理情况报告如下。\n一、完善管理机制。考核办法已经健全。")
          .organ("汀浦区人民政府")
          .date("2023-10-20");

  @TempDir Path folder;

  private static Papers district(String path, String text) {
    return Papers.at(path, text).region("槐南省", "棠州市", "汀浦区");
  }

  private static String tie(Papers from, EdgeType type, Papers to) {
    return from.path() + " " + type.key() + " " + to.path();
  }

  @Test
  void eachStepFollowsTheOneBeforeAndAllHangTogether() {
    try (Archive archive = TestArchive.open(folder)) {
      TestArchive.take(archive, List.of(ANSWER, REPORT, OPINION));
      Trace trace =
          archive
              .openFor(Reader.anonymous(), TestArchive.TODAY)
              .trace(REPORT.id(), 1)
              .orElseThrow();
      Map<DocumentId, Papers> papers =
          Stream.of(REPORT, OPINION, ANSWER)
              .collect(Collectors.toMap(Papers::id, Function.identity()));
      assertEquals(papers.keySet(), Set.copyOf(ids(trace)));
      Set<String> ties =
          trace.edges().stream()
              .map(edge -> tie(at(papers, edge.from()), edge.type(), at(papers, edge.to())))
              .collect(Collectors.toSet());
      assertTrue(ties.contains(tie(OPINION, EdgeType.FOLLOWS, REPORT)), ties::toString);
      assertTrue(ties.contains(tie(ANSWER, EdgeType.FOLLOWS, OPINION)), ties::toString);
      assertTrue(ties.contains(tie(ANSWER, EdgeType.SAME_MATTER, REPORT)), ties::toString);
      for (Trace.Edge edge : trace.edges()) {
        String text = at(papers, edge.evidence().document()).text();
        CodePointSpan span = edge.evidence().quote().span();
        assertEquals(
            span.toUtf16(text).in(text), edge.evidence().quote().words(), edge.type().key());
        assertTrue(span.start() < span.end(), edge.type().key());
      }
    }
  }

  @Test
  void anInternalStepTiesNothingForThePublic() {
    try (Archive archive = TestArchive.open(folder)) {
      TestArchive.take(archive, List.of(REPORT, OPINION, ANSWER.internal()));
      Trace seen =
          archive
              .openFor(Reader.anonymous(), TestArchive.TODAY)
              .trace(REPORT.id(), 3)
              .orElseThrow();
      assertEquals(Set.of(REPORT.id(), OPINION.id()), Set.copyOf(ids(seen)));
      Trace whole =
          archive.openFor(Reader.owner(), TestArchive.TODAY).trace(REPORT.id(), 1).orElseThrow();
      assertEquals(3, whole.nodes().size());
    }
  }

  private static Papers at(Map<DocumentId, Papers> papers, DocumentId id) {
    return Objects.requireNonNull(papers.get(id));
  }

  private static List<DocumentId> ids(Trace trace) {
    return trace.nodes().stream().map(DocumentSummary::id).toList();
  }
}
