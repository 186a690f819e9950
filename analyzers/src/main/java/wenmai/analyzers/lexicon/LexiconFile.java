package wenmai.analyzers.lexicon;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file of the lexicon (词表文件): a head of lines that begin with {@code #}, one of them {@code #
 * version N}, then a row a line with cells parted by tabs.
 *
 * @param name the file's name, for messages
 * @param version the number in its head, 1 or more
 * @param rows what follows, empty lines and remarks left out
 */
record LexiconFile(String name, int version, List<Row> rows) {

  /** One line: its number, counted from 1, and its cells, none of them with blanks around it. */
  record Row(String file, int line, List<String> cells) {
    String first() {
      return cells.getFirst();
    }

    String cell(int index) {
      return index < cells.size() ? cells.get(index) : "";
    }

    LexiconException wrong(String what) {
      return new LexiconException(
          "[" + file + "] line " + line + ": " + what + ": " + String.join("\t", cells));
    }
  }

  private static final Pattern VERSION = Pattern.compile("#\\s{0,4}version\\s{1,4}(\\d{1,6})\\s*+");

  LexiconFile {
    rows = List.copyOf(rows);
  }

  static LexiconFile read(Path file) {
    String name = String.valueOf(file.getFileName());
    List<Row> rows = new ArrayList<>();
    int version = 0;
    int number = 0;
    for (String line : decode(file, name).split("\\R", -1)) {
      number++;
      Matcher head = VERSION.matcher(line);
      if (head.matches()) {
        version = Integer.parseInt(head.group(1));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        rows.add(new Row(name, number, cells(line)));
      }
    }
    if (version == 0) {
      throw new LexiconException("[" + name + "] no line '# version N' in its head");
    }
    return new LexiconFile(name, version, rows);
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    for (String cell : line.split("\t", -1)) {
      cells.add(cell.strip());
    }
    return List.copyOf(cells);
  }

  private static String decode(Path file, String name) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
          .toString();
    } catch (IOException e) {
      throw new LexiconException("[" + name + "] cannot be read as UTF-8: " + e, e);
    }
  }
}
