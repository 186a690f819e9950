package wenmai.web.feed;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * A table to save (导出表), all of it text. Rows are made one by one as they are written, so that a
 * table of any length takes no more room than a line.
 */
@FunctionalInterface
interface Table {
  /** Hands out the heads of the columns, then each row. */
  void each(Consumer<List<String>> lines);

  /**
   * As comma-separated values (RFC 4180), with the mark by which spreadsheets know UTF-8. A value
   * that a spreadsheet would take for a formula gets an apostrophe before it.
   */
  default void writeCsv(OutputStream to) throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
    out.write('\uFEFF');
    each(line -> {
      try {
        out.append(csv(line));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    out.flush();
  }

  private static String csv(List<String> values) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      out.append(i == 0 ? "\"" : ",\"");
      out.append(harmless(values.get(i)).replace("\"", "\"\"")).append('"');
    }
    return out.append("\r\n").toString();
  }

  private static String harmless(String value) {
    return !value.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
  }
}
