package wenmai.web.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.Archive;
import wenmai.corpus.Reader;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.FactKey;
import wenmai.web.site.Site;

/**
 * The trace page of a document with 500 links beside the page of a plain document, over HTTP, in
 * one run. The papers are made for it; the folder is not looked at.
 */
public final class TraceBench implements Bench {
  private static final int LINKS = 500;
  private static final int WARM_UP = 150;
  private static final int ROUNDS = 300;
  private static final String RULE = "槐南省公共厕所管理条例";

  private final TrialArchive.Maker maker;
  private final Function<Archive, Site> sites;

  public TraceBench(TrialArchive.Maker maker, Function<Archive, Site> sites) {
    this.maker = maker;
    this.sites = sites;
  }

  @Override
  public Map<String, Object> run(Path folder) {
    try (TrialArchive archive = TrialArchive.open(maker)) {
      Path papers = Files.createTempDirectory("wenmai-trace");
      Files.write(papers.resolve("papers.jsonl"), papers());
      archive.take(papers);
      TrialArchive.delete(papers);
      return archive.with(this::measure);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A rule, and reports of ordinary length that each cite it. */
  private static List<String> papers() {
    JsonMapper json = JsonMapper.builder().build();
    List<String> lines = new ArrayList<>();
    lines.add(
        json.writeValueAsString(
            Map.of("title", RULE, "date", "2019-01-10", "text", RULE + "\n" + articles())));
    for (int i = 0; i < LINKS; i++) {
      String title = "关于第" + (i + 1) + "批公共厕所建设情况的报告";
      StringBuilder text = new StringBuilder(title).append('\n');
      text.append("根据《" + RULE + "》第" + (i % 9 + 1) + "条的规定，现将有关情况报告如下。\n");
      for (int k = 0; k < 12; k++) {
        text.append("第").append(k + 1).append("项工作由第").append(i).append("组负责，");
        text.append("已经安排经费，明确责任，按季度检查进度，并将结果向社会公布，接受群众监督。\n");
      }
      lines.add(
          json.writeValueAsString(
              Map.of("title", title, "date", "2021-03-0" + (i % 9 + 1), "text", text.toString())));
    }
    return lines;
  }

  private static String articles() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      text.append("第" + (i + 1) + "条 公共厕所应当按照第" + (i + 1) + "类标准建设和管理。\n");
    }
    return text.toString();
  }

  private Map<String, Object> measure(Archive archive) {
    List<DocumentId> plain = new ArrayList<>();
    List<DocumentId> rule = new ArrayList<>();
    ReadingRoom room = archive.openFor(Reader.anonymous(), LocalDate.of(2026, 1, 1));
    room.export(
        view -> {
          boolean isRule =
              view.document().facts().value(FactKey.TITLE).filter(RULE::equals).isPresent();
          (isRule ? rule : plain).add(view.document().id());
        },
        matter -> {});
    String hub = "/documents/" + rule.getFirst();
    try (Site site = sites.apply(archive);
        HttpClient client = HttpClient.newHttpClient()) {
      Map<String, double[]> times = new LinkedHashMap<>();
      for (String name : List.of("plain document", "trace, 1 step", "trace, 2 steps", "hub")) {
        times.put(name, new double[ROUNDS]);
      }
      int links = 0;
      for (int i = -WARM_UP; i < ROUNDS; i++) {
        DocumentId some = plain.get(Math.floorMod(i * 7, plain.size()));
        int round = i;
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("plain document", "/documents/" + some);
        paths.put("trace, 1 step", hub + "/trace?depth=1");
        paths.put("trace, 2 steps", hub + "/trace");
        paths.put("hub", hub);
        paths.forEach((name, path) -> {
          double took = ask(client, site.port(), path);
          if (round >= 0) {
            times.getOrDefault(name, new double[ROUNDS])[round] = took;
          }
        });
      }
      links = room.trace(rule.getFirst(), 1).orElseThrow().edges().size();
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("links", links);
      double base = median(times.getOrDefault("plain document", new double[1]));
      times.forEach((name, all) -> {
        figures.put(name + " ms p50", round(median(all)));
        figures.put(name + " / plain", round(median(all) / base));
      });
      double[] store = new double[ROUNDS];
      for (int i = 0; i < ROUNDS; i++) {
        long start = System.nanoTime();
        var unused = room.trace(rule.getFirst(), 1);
        store[i] = (System.nanoTime() - start) / 1e6;
      }
      figures.put("trace in store ms p50", round(median(store)));
      for (int i = 0; i < ROUNDS; i++) {
        long start = System.nanoTime();
        var unused = room.holding(plain.get(i));
        store[i] = (System.nanoTime() - start) / 1e6;
      }
      figures.put("plain in store ms p50", round(median(store)));
      return figures;
    }
  }

  private static double ask(HttpClient client, int port, String path) {
    URI address = URI.create("http://127.0.0.1:" + port + path);
    long start = System.nanoTime();
    try {
      HttpResponse<byte[]> response =
          client.send(
              HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(path + " was answered with " + response.statusCode());
      }
      return (System.nanoTime() - start) / 1e6;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double round(double value) {
    return Math.round(100 * value) / 100.0;
  }
}
