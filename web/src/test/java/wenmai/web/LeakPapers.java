package wenmai.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The papers of {@link LeakTest}: public ones, and internal ones that try to be seen through them.
 *
 * @param folder where they are written
 */
record LeakPapers(Path folder) {

  /** Those of the public sample that are quickly read. */
  Path open() throws IOException {
    Path papers = folder.resolve("papers");
    Path sample = Launched.project().resolve("corpus/sample/public");
    try (Stream<Path> files = Files.walk(sample)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).toList()) {
        Path copy = papers.resolve(sample.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return papers;
  }

  /** A paper that was public until a person made it internal. */
  Path hiddenLater() throws IOException {
    Path path = Files.createDirectories(folder.resolve("later"));
    Files.writeString(
        path.resolve("蓝鲸.txt"),
        """
        关于蓝鲸计划落实情况的报告
        澄阳市人民政府
        根据《澜江省农村供水条例》第三条，现将蓝鲸计划的饮水、内涝、供水情况报告如下。
        一、蓝鲸计划的饮水工程已经完成。
        二、蓝鲸计划的内涝治理已经完成。
        2025年3月4日
        """);
    return path;
  }

  /** Internal papers of the sample, and some that try to be seen through others. */
  Path internal() throws IOException {
    Path path = Files.createDirectories(folder.resolve("internal"));
    Path sample = Launched.project().resolve("corpus/sample/internal");
    try (Stream<Path> files = Files.walk(sample)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).toList()) {
        Files.copy(file, path.resolve(file.getFileName().toString()));
      }
    }
    try (Stream<Path> files = Files.walk(Launched.project().resolve("corpus/sample/public"))) {
      Path copied = files.filter(f -> f.toString().endsWith(".txt")).sorted().findFirst().get();
      Files.writeString(path.resolve("转载.txt"), "内部通报转载\n" + Files.readString(copied) + "\n（内部转载）");
    }
    Files.writeString(
        path.resolve("废止.txt"),
        """
        澜江省人民代表大会常务委员会关于废止《澜江省农村供水条例》的决定
        （2026年10月8日澜江省第十四届人民代表大会常务委员会第三十次会议通过）
        澜江省第十四届人民代表大会常务委员会第三十次会议决定：废止《澜江省农村供水条例》。
        本决定自公布之日起施行。
        """);
    Files.writeString(
        path.resolve("引用.txt"),
        """
        霖川县人民政府关于农村饮水安全内部通报
        霖政函〔2024〕999号
        根据《澜江省农村供水条例》第三条、《没有收录的蓝鲸办法》，通报如下。
        对霖川县人大常委会关于农村饮水安全的审议意见，逐项答复如下。
        2024年9月9日
        """);
    return path;
  }
}
