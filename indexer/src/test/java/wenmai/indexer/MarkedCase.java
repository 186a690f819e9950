package wenmai.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Intake.IntakeReport;
import wenmai.corpus.Intake.Listener;
import wenmai.corpus.Intake.Request;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.reading.DocumentReader;
import wenmai.corpus.reading.ReadingRules;

/** A notice that bears a mark of secrecy, what may belong to it, and what the public sees. */
abstract class MarkedCase {
  private static final DocumentReader READER =
      new DocumentReader(
          ReadingRules.load(TestSettings.config()), (text, outline, facts) -> List.of());
  static final String MARK = "秘密★5年\n";
  static final String NOTICE =
      """
      汀浦区人大常委会办公室关于印发督查方案的通知
      区人民政府办公室：
      现将督查方案印发给你们，请认真执行。
      附件：1.街道督查清单
      2.督查人员名单
      汀浦区人大常委会办公室
      2023年4月6日
      """;
  static final String PLAIN = NOTICE.replaceAll("附件：1.*\n2.*\n", "");

  @TempDir Path folder;
  @TempDir Path scratch;
  final MemoryRegister register = new MemoryRegister();
  final Map<String, String> members = new LinkedHashMap<>();
  FileIntake intake;

  @BeforeEach
  void begin() {
    intake = FileIntake.create(TestSettings.in(scratch), READER::read, () -> register);
  }

  @AfterEach
  void close() throws IOException {
    intake.close();
    try (var left = Files.list(scratch)) {
      assertEquals(0, left.filter(Files::isRegularFile).count());
    }
  }

  static String list(String title) {
    return title + "\n一、白石街道，检查三次。\n二、青溪街道，检查两次。\n";
  }

  IntakeReport take() {
    return take(Visibility.PUBLIC, folder);
  }

  IntakeReport take(Visibility visibility, Path... given) {
    return intake.take(new Request(List.of(given), visibility, false), Listener.silent());
  }

  byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = bytes;
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> member : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(member.getKey()));
        zip.write(member.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  IntakeReport takeZip() throws IOException {
    Files.write(folder.resolve("a.zip"), zip());
    return take();
  }

  IntakeReport takeFolder() throws IOException {
    write();
    return take();
  }

  void write() throws IOException {
    for (Map.Entry<String, String> member : members.entrySet()) {
      Path file = folder.resolve(member.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, member.getValue());
    }
  }

  /** Names of the papers that the public sees. */
  Set<String> open() {
    return register.papers.values().stream()
        .map(paper -> paper.document())
        .filter(paper -> paper.visibility() == Visibility.PUBLIC)
        .map(paper -> paper.provenance().source())
        .map(source -> source.replaceFirst("^.*!/", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static String mail(String body, Map<String, byte[]> attached) {
    return mail(body, List.copyOf(attached.entrySet()));
  }

  /** With attachments of which several may have one name. */
  static String mail(String body, List<Map.Entry<String, byte[]>> attached) {
    StringBuilder mail =
        new StringBuilder(
            "From: a@example.org\nSubject: list\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/mixed; boundary=\"b%d\"\n\n"
                    .replace("%d", "" + attached.size()));
    String line = "--b" + attached.size();
    if (!body.isEmpty()) {
      mail.append(line)
          .append("\nContent-Type: text/plain; charset=utf-8\n")
          .append("Content-Transfer-Encoding: base64\n\n")
          .append(base64(body.getBytes(StandardCharsets.UTF_8)))
          .append('\n');
    }
    attached.forEach(part ->
        mail.append(line)
            .append("\nContent-Type: application/octet-stream; name=\"" + part.getKey() + "\"\n")
            .append("Content-Disposition: attachment; filename*=UTF-8''")
            .append(URLEncoder.encode(part.getKey(), StandardCharsets.UTF_8))
            .append("\nContent-Transfer-Encoding: base64\n\n")
            .append(base64(part.getValue()))
            .append('\n'));
    return mail.append(line).append("--\n").toString();
  }

  static String base64(byte[] bytes) {
    return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(bytes);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
