package wenmai.web.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** POI's own extractor of Word's text (流式文档). */
public final class BareDocx implements BareReader {
  @Override
  public String name() {
    return "POI XWPFWordExtractor";
  }

  /** As its last writer counted them ({@code Pages} of {@code docProps/app.xml}); one if unsaid. */
  @Override
  public int pages(Path file) throws IOException {
    try (var in = Files.newInputStream(file);
        XWPFDocument document = new XWPFDocument(in)) {
      return Math.max(1, document.getProperties().getExtendedProperties().getPages());
    }
  }

  @Override
  public String text(Path file) throws IOException {
    try (var in = Files.newInputStream(file);
        XWPFDocument document = new XWPFDocument(in);
        XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
      return extractor.getText();
    }
  }
}
