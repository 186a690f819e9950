package wenmai.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wenmai.corpus.document.Visibility;

/** Which of the papers that lie together is read first decides nothing. */
class MarkedOrderTest extends MarkedCase {
  private static final List<List<Integer>> ORDERS =
      List.of(
          List.of(0, 1, 2),
          List.of(0, 2, 1),
          List.of(1, 0, 2),
          List.of(1, 2, 0),
          List.of(2, 0, 1),
          List.of(2, 1, 0));

  /** A marked attachment, one that is not, and what is none, under names in every order. */
  private static Map<String, String> three(List<Integer> order) {
    List<String> names =
        List.of("附件" + (order.get(0) + 1) + ".txt", "附件" + (order.get(1) + 1) + ".txt");
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(names.get(0), MARK + list("清单"));
    texts.put(names.get(1), list("名单"));
    texts.put("简介.txt", list("简介"));
    Map<String, String> ordered = new LinkedHashMap<>();
    List<Map.Entry<String, String>> all = new ArrayList<>(texts.entrySet());
    order.forEach(at -> ordered.put(all.get(at).getKey(), all.get(at).getValue()));
    return ordered;
  }

  @ParameterizedTest
  @CsvSource({"folder", "zip", "mail", "bare mail", "attached zip"})
  void theSiblingOfAMarkedAttachmentIsInternalInEveryOrder(String kind) throws IOException {
    for (List<Integer> order : ORDERS) {
      Path place = Files.createDirectories(folder.resolve("" + order.hashCode()));
      members.clear();
      members.putAll(three(order));
      switch (kind) {
        case "zip" -> Files.write(place.resolve("a.zip"), zip());
        case "attached zip" -> {
          members.remove("简介.txt");
          Files.write(place.resolve("附件.zip"), zip());
          Files.writeString(place.resolve("简介.txt"), list("简介"));
        }
        case "folder" -> {
          for (Map.Entry<String, String> member : members.entrySet()) {
            Files.writeString(place.resolve(member.getKey()), member.getValue());
          }
        }
        default -> {
          Map<String, byte[]> attached = new LinkedHashMap<>();
          members.forEach((name, text) -> attached.put(name, utf8(text)));
          String body = kind.equals("mail") ? "请查收各附件，并请提出意见。\n" : "";
          Files.writeString(place.resolve("m.eml"), mail(body, attached));
        }
      }
    }
    take();
    boolean isMail = kind.endsWith("mail");
    assertEquals(isMail ? Set.of("m.eml", "简介.txt") : Set.of("简介.txt"), openNames());
    assertEquals(isMail ? 12 : 6, openPapers());
    take();
    assertEquals(isMail ? 12 : 6, openPapers(), "nor by a second run");
  }

  private Set<String> openNames() {
    return open().stream()
        .map(name -> name.substring(name.lastIndexOf('/') + 1))
        .collect(Collectors.toSet());
  }

  private long openPapers() {
    return register.papers.values().stream()
        .filter(paper -> paper.document().visibility() == Visibility.PUBLIC)
        .count();
  }

  @Test
  void whatCameOutOfAnAttachedContainerIsInternalThoughTheMarkedOneIsReadAfterIt()
      throws IOException {
    members.put("甲组.txt", list("甲组"));
    Files.write(folder.resolve("附件1.zip"), zip());
    Files.writeString(folder.resolve("附件2.txt"), MARK + list("名单"));
    Files.writeString(folder.resolve("简介.txt"), list("简介"));
    take();
    assertEquals(Set.of("简介.txt"), open());
  }

  @Test
  void besideAMarkedAttachmentWhatAPublicNoticeCertainlyListsIsPublic() throws IOException {
    members.put("公开通知.txt", NOTICE);
    members.put("附件1.街道督查清单.txt", list("街道督查清单"));
    members.put("附件2.督查人员名单.txt", list("督查人员名单"));
    members.put("附件3.内部分工.txt", MARK + list("内部分工"));
    takeFolder();
    Set<String> certain = Set.of("公开通知.txt", "附件1.街道督查清单.txt", "附件2.督查人员名单.txt");
    assertEquals(certain, open());
    take();
    assertEquals(certain, open());
  }

  @Test
  void whereNothingIsMarkedEveryAttachmentIsPublic() throws IOException {
    members.put("通知.txt", PLAIN);
    members.put("附件1.txt", list("清单"));
    members.put("附件2.txt", list("名单"));
    takeFolder();
    takeZip();
    assertEquals(6, openPapers());
  }

  @Test
  void eachOfSeveralMarkedPapersIsAskedWhatItLists() throws IOException {
    members.put("公开通知.txt", NOTICE);
    members.put("附件1.街道督查清单.txt", list("街道督查清单"));
    members.put("附件2.督查人员名单.txt", list("督查人员名单"));
    takeFolder();
    assertEquals(3, open().size());
    Path first = Files.writeString(folder.resolve("甲标密.txt"), MARK + PLAIN);
    Path second =
        Files.writeString(folder.resolve("乙标密.txt"), MARK + NOTICE.replace("2.督查人员名单\n", ""));
    take(Visibility.PUBLIC, first, second);
    assertEquals(Set.of("公开通知.txt", "附件2.督查人员名单.txt"), open());
  }

  @Test
  void eachOfSeveralMarkedPapersThatComeWithTheAttachmentIsAskedWhatItLists() throws IOException {
    members.put("公开通知.txt", NOTICE);
    members.put("附件1.街道督查清单.txt", list("街道督查清单"));
    members.put("附件2.督查人员名单.txt", MARK + NOTICE.replace("2.督查人员名单\n", ""));
    members.put("甲标密.txt", MARK + PLAIN);
    takeFolder();
    assertEquals(Set.of("公开通知.txt"), open());
  }
}
