package wenmai.web.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.QueryProblem;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.search.SearchRequest.Copies;
import wenmai.corpus.search.SearchResult;
import wenmai.web.api.SearchAnswer;
import wenmai.web.api.SearchParameters;
import wenmai.web.render.Messages;
import wenmai.web.site.RequestProblem;

/** {@code search QUERY}, and {@code search --batch} for a file of queries. */
@Command(name = "search", description = "检索")
public final class SearchCommand extends Verb {
  @Parameters(paramLabel = "QUERY", arity = "0..*", description = "检索式")
  private List<String> query = new ArrayList<>();

  @Option(names = "--kind", description = "文献类型")
  private List<String> kind = new ArrayList<>();

  @Option(names = "--authority", description = "权威类别")
  private List<String> authority = new ArrayList<>();

  @Option(names = "--organ", description = "发文机关")
  private List<String> organ = new ArrayList<>();

  @Option(names = "--region", description = "地区")
  private List<String> region = new ArrayList<>();

  @Option(names = "--year", description = "年份")
  private List<String> year = new ArrayList<>();

  @Option(names = "--from", description = "起始日期")
  private String from = "";

  @Option(names = "--to", description = "截止日期")
  private String to = "";

  @Option(names = "--status", description = "时效")
  private List<String> status = new ArrayList<>();

  @Option(names = "--sort", description = "排序：relevance、date、-date、cited")
  private String sort = "";

  @Option(names = "--mode", description = "方式：keyword、semantic、hybrid")
  private String mode = "";

  @Option(names = "--level", description = "层级：document、article")
  private String level = "";

  @Option(names = "--size", description = "条数")
  private Optional<Integer> size = Optional.empty();

  @Option(names = "--json", description = "输出 JSON")
  private boolean json;

  @Option(
      names = "--batch",
      paramLabel = "QUERIES.jsonl",
      description = "成批检索：每行 {\"id\",\"text\"}")
  private Optional<java.nio.file.Path> batch = Optional.empty();

  @Option(names = "--run", paramLabel = "OUT", description = "成批检索的结果文件（TREC 格式）")
  private Optional<java.nio.file.Path> run = Optional.empty();

  public SearchCommand(Wiring wiring, Console console, Messages messages) {
    super(wiring, console, messages);
  }

  @Override
  int answer(ReadingRoom room) {
    try {
      SearchRequest request = new SearchParameters(messages()).read(parameters(), Copies.SHOW);
      if (batch.isPresent() || run.isPresent()) {
        return batch(room, request);
      }
      return print(room, request);
    } catch (QueryProblem problem) {
      console().remark(messages().get(problem));
      return WRONG_USAGE;
    } catch (RequestProblem problem) {
      console().remark(String.valueOf(problem.getMessage()));
      return WRONG_USAGE;
    }
  }

  private int batch(ReadingRoom room, SearchRequest request) {
    if (batch.isEmpty() || run.isEmpty()) {
      console().remark(messages().get("cli.search.batch"));
      return WRONG_USAGE;
    }
    return new BatchSearch(console(), messages())
        .run(room, request, size.orElse(BatchSearch.DEFAULT_SIZE), batch.get(), run.get());
  }

  private int print(ReadingRoom room, SearchRequest request) {
    long start = System.nanoTime();
    SearchResult result = room.search(request);
    long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    if (json) {
      console()
          .print(
              JsonMapper.builder()
                  .build()
                  .writeValueAsString(SearchAnswer.of(request, result, tookMs, messages())));
      return DONE;
    }
    result.hits().forEach(hit -> console().print(Lines.of(hit, messages())));
    console().remark(messages().get("cli.search.total", result.total()));
    result
        .suggestion()
        .ifPresent(words -> console().remark(messages().get("search.suggestion", words)));
    return DONE;
  }

  private Map<String, List<String>> parameters() {
    Map<String, List<String>> out = new LinkedHashMap<>();
    out.put("q", List.of(String.join(" ", query)));
    out.put("kind", kind);
    out.put("authority", authority);
    out.put("organ", organ);
    out.put("region", region);
    out.put("year", year);
    out.put("status", status);
    out.put("from", List.of(from));
    out.put("to", List.of(to));
    out.put("sort", List.of(sort));
    out.put("mode", List.of(mode));
    out.put("level", List.of(level));
    if (batch.isEmpty()) {
      size.ifPresent(n -> out.put("size", List.of(n.toString())));
    }
    return out;
  }
}
