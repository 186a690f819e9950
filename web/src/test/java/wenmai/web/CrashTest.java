package wenmai.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.Archive;
import wenmai.corpus.ArchiveSettings;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.account.AccountBook;
import wenmai.corpus.account.Attempt;
import wenmai.corpus.custody.Inspection;
import wenmai.corpus.custody.Restore;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.engine.lucene.IndexFiles;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.DocumentRow;
import wenmai.corpus.store.Documents;
import wenmai.corpus.store.Premises;
import wenmai.web.command.Console;

/**
 * Real processes, killed at random instants while they take papers in, correct, back up and
 * rebuild. Whatever had been reported as done is there afterwards, and nothing is half there.
 */
class CrashTest {
  private static final int KILLS = Boolean.getBoolean("wenmai.test.long") ? 60 : 8;
  private static final int FIRST_PAPERS = 20;
  private static final int MORE_PAPERS = 40;

  @TempDir Path folder;
  private final Random random = new Random(Long.getLong("tests.crash.seed", 20261122L));
  private final Map<DocumentId, String> corrected = new LinkedHashMap<>();
  private int papers;
  private String token = "";

  private Path data() {
    return folder.resolve("data");
  }

  private Launched start(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", data().toString()));
    return Launched.start(folder, all);
  }

  /** What the verb says within this process. */
  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", data().toString()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int status = Main.run(all.toArray(String[]::new), new Console(out, out));
    assertEquals(0, status, () -> all + ": " + out.toString(StandardCharsets.UTF_8));
    return status;
  }

  private void writePapers(int count) throws IOException {
    Path inbox = Files.createDirectories(folder.resolve("papers"));
    for (int i = 0; i < count; i++) {
      papers++;
      Files.writeString(
          inbox.resolve("报告" + papers + ".txt"),
          """
          关于第%1$d号河道整治情况的报告
          根据《河道管理条例》，现将第%1$d号河道的整治情况报告如下。
          一、清淤%1$d公里。
          二、投入%1$d万元。
          """
              .formatted(papers));
    }
  }

  /** Kills at a random instant after something has begun, however fast or slow the machine is. */
  private void killOnce(Launched running, BooleanSupplier begun, int mostMillis)
      throws InterruptedException {
    while (running.process().isAlive() && !begun.getAsBoolean()) {
      running.process().waitFor(2, TimeUnit.MILLISECONDS);
    }
    running.process().waitFor(random.nextInt(mostMillis), TimeUnit.MILLISECONDS);
    running.process().destroyForcibly().waitFor();
  }

  @Test
  void nothing_that_was_reported_as_done_is_lost_wherever_the_process_is_killed() throws Exception {
    ArchiveSettings settings = OpenSite.settings(data());
    writePapers(FIRST_PAPERS);
    run("index", folder.resolve("papers").toString(), "--log", log().toString());
    try (AccountBook book = AccountBook.open(Premises.in(data()), Clock.systemUTC())) {
      book.add("staff", Role.STAFF, "long enough", "test");
      token = ((Attempt.Granted) book.signIn("staff", "long enough", "test")).token();
    }
    for (int kill = 0; kill < KILLS; kill++) {
      String what =
          switch (kill % 4) {
            case 0 -> killIntake();
            case 1 -> killCorrecting();
            case 2 -> killRebuild();
            default -> killBackup();
          };
      verify(settings, "kill " + kill + " during " + what);
    }
    assertAll(
        () -> assertTrue(logged().size() > FIRST_PAPERS, "no kill let a paper in"),
        () -> assertTrue(!corrected.isEmpty(), "no kill let a correction through"));
  }

  private Path log() {
    return folder.resolve("log.jsonl");
  }

  private String killIntake() throws Exception {
    writePapers(MORE_PAPERS);
    Path inbox = folder.resolve("papers");
    long before = Files.size(log());
    long lines = random.nextInt(MORE_PAPERS) * 40L; // a line has some sixty bytes
    killOnce(
        start("index", inbox.toString(), "--log", log().toString()),
        () -> log().toFile().length() > before + lines,
        150);
    return "index";
  }

  private String killRebuild() throws Exception {
    long before = generations();
    killOnce(start("rebuild"), () -> generations() > before, 400);
    return "rebuild";
  }

  private long generations() {
    String[] names = data().resolve("index").toFile().list((in, name) -> name.startsWith("g"));
    return names == null ? 0 : names.length;
  }

  private String killBackup() throws Exception {
    Path file = folder.resolve("backup.zip");
    Path begun = folder.resolve(file.getFileName() + ".db.part");
    killOnce(start("backup", file.toString()), () -> Files.exists(begun), 300);
    if (Files.exists(file)) {
      Path back = Files.createTempDirectory(folder, "back");
      assertTrue(Restore.of(file, Premises.in(back)).documents() >= FIRST_PAPERS);
      Files.delete(file);
    }
    return "backup";
  }

  private String killCorrecting() throws Exception {
    Launched site = start("serve", "--port", "0");
    String address = site.address();
    AtomicInteger done = new AtomicInteger();
    Thread killer =
        Thread.ofPlatform()
            .start(() -> {
              try {
                int acts = random.nextInt(6);
                killOnce(site, () -> done.get() > acts, 120);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    List<DocumentId> ids = logged();
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; site.process().isAlive(); i++) {
        DocumentId id = ids.get(random.nextInt(ids.size()));
        String title = "改过" + i + "次的标题";
        // Once it has been sent it may have been done, whether or not the answer came.
        corrected.remove(id);
        if (correct(client, address, id, title)) {
          corrected.put(id, title);
          done.incrementAndGet();
        }
      }
    }
    killer.join();
    return "correct";
  }

  private boolean correct(HttpClient client, String address, DocumentId id, String title)
      throws InterruptedException {
    HttpRequest put =
        HttpRequest.newBuilder(URI.create(address + "/api/v1/documents/" + id + "/facts/title"))
            .header("Authorization", "Bearer " + token)
            .PUT(HttpRequest.BodyPublishers.ofString("{\"value\":\"" + title + "\"}"))
            .build();
    try {
      HttpResponse<String> answer =
          client.send(put, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      assertEquals(200, answer.statusCode(), answer.body());
      return true;
    } catch (IOException killed) {
      return false;
    }
  }

  /** The papers that were reported; a last line that was cut was not reported. */
  private List<DocumentId> logged() throws IOException {
    List<DocumentId> ids = new ArrayList<>();
    for (String line : Files.readAllLines(log())) {
      try {
        JsonNode told = JsonMapper.shared().readTree(line);
        ids.add(new DocumentId(told.path("id").asString()));
      } catch (JacksonException cut) {
        assertTrue(!line.endsWith("}"), line);
      }
    }
    return ids;
  }

  private void verify(ArchiveSettings settings, String when) throws IOException {
    Archive.open(settings, "test").close(); // what the kill left behind is replayed on opening
    assertEquals(List.of(), Inspection.of(settings, IndexFiles::faults).faults(), when);
    List<DocumentId> accepted = logged();
    try (Depot depot = Depot.openForReading(Premises.in(data()), Clock.systemUTC())) {
      for (DocumentId id : accepted) {
        DocumentRow row =
            depot
                .read(session -> new Documents(session).row(id))
                .orElseThrow(() -> new AssertionError(id + " is lost, " + when));
        assertTrue(row.isHeld(), id + " is not held, " + when);
        assertTrue(depot.originals().holds(row.original().orElseThrow()), id + ", " + when);
      }
      corrected.forEach((id, title) -> {
        String now =
            depot.read(session -> {
              Documents documents = new Documents(session);
              return documents
                  .document(documents.row(id).orElseThrow().doc())
                  .facts()
                  .value(FactKey.TITLE)
                  .orElse("");
            });
        assertEquals(title, now, when);
      });
    }
  }
}
