package wenmai.indexer.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.jspecify.annotations.Nullable;

/**
 * Files that a PDF carries along (PDF 附件): those of its list, those pinned to a page, and those
 * that hang on anything else.
 */
final class PdfAttachments {
  /** Lists in lists, as a broken file may have them without end. */
  private static final int DEEPEST = 8;

  private PdfAttachments() {}

  /** Takes what can be had; of a list that is damaged the rest is told of. */
  static void take(PDDocument document, int pages, TakenOut out) {
    Map<PDEmbeddedFile, String> files = new LinkedHashMap<>();
    try {
      listed(document, files);
    } catch (IOException | RuntimeException e) {
      out.tellDamaged("EmbeddedFiles", e);
    }
    Iterator<PDPage> each = PdfPages.of(document);
    for (int i = 0; i < pages && each.hasNext(); i++) {
      try {
        pinned(each.next(), files);
      } catch (IOException | RuntimeException e) {
        out.tellDamaged("Annots-" + (i + 1), e);
      }
    }
    try {
      elsewhere(document.getDocument(), files);
    } catch (RuntimeException e) {
      out.tellDamaged("AF", e);
    }
    for (Map.Entry<PDEmbeddedFile, String> file : files.entrySet()) {
      try (InputStream in = new PdfStream(file.getKey().getCOSObject()).open()) {
        out.take(file.getValue(), in);
      } catch (IOException | RuntimeException e) {
        out.tellDamaged(file.getValue(), e);
      }
    }
  }

  private static void listed(PDDocument document, Map<PDEmbeddedFile, String> files)
      throws IOException {
    PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
    PDEmbeddedFilesNameTreeNode listed = names == null ? null : names.getEmbeddedFiles();
    if (listed != null) {
      collect(listed, 0, Collections.newSetFromMap(new IdentityHashMap<>()), files);
    }
  }

  /**
   * @param seen lists that have been read: a broken file may name one as often as it likes
   */
  private static void collect(
      PDNameTreeNode<PDComplexFileSpecification> node,
      int depth,
      Set<COSBase> seen,
      Map<PDEmbeddedFile, String> files)
      throws IOException {
    if (!seen.add(node.getCOSObject())) {
      return;
    }
    Map<String, PDComplexFileSpecification> names = node.getNames();
    if (names != null) {
      for (Map.Entry<String, PDComplexFileSpecification> each : names.entrySet()) {
        add(each.getValue(), each.getKey(), files);
      }
    }
    List<PDNameTreeNode<PDComplexFileSpecification>> kids = node.getKids();
    if (kids != null && depth < DEEPEST) {
      for (PDNameTreeNode<PDComplexFileSpecification> kid : kids) {
        collect(kid, depth + 1, seen, files);
      }
    }
  }

  private static void pinned(PDPage page, Map<PDEmbeddedFile, String> files) throws IOException {
    if (!page.getCOSObject().containsKey(COSName.ANNOTS)) {
      return;
    }
    for (var annotation : page.getAnnotations()) {
      if (annotation instanceof PDAnnotationFileAttachment pin
          && pin.getFile() instanceof PDComplexFileSpecification file) {
        add(file, "", files);
      }
    }
  }

  /**
   * Those that hang on something else, as associated files do (/AF, 关联文件): whatever names a file.
   */
  private static void elsewhere(COSDocument document, Map<PDEmbeddedFile, String> files) {
    Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (COSObjectKey key : List.copyOf(document.getXrefTable().keySet())) {
      COSObject object = document.getObjectFromPool(key);
      if (object != null) {
        walk(object.getObject(), 0, seen, files);
      }
    }
  }

  /** What is named by its number has its own turn. */
  private static void walk(
      @Nullable COSBase base, int depth, Set<COSBase> seen, Map<PDEmbeddedFile, String> files) {
    boolean holdsOthers = base instanceof COSDictionary || base instanceof COSArray;
    if (!holdsOthers || depth > DEEPEST || !seen.add(base)) {
      return;
    }
    if (base instanceof COSDictionary dictionary) {
      if (dictionary.getDictionaryObject(COSName.EF) instanceof COSDictionary) {
        add(new PDComplexFileSpecification(dictionary), "", files);
      }
      dictionary.getValues().forEach(value -> walk(value, depth + 1, seen, files));
    } else if (base instanceof COSArray array) {
      array.forEach(value -> walk(value, depth + 1, seen, files));
    }
  }

  private static void add(
      @Nullable PDComplexFileSpecification file, String name, Map<PDEmbeddedFile, String> files) {
    Optional<PDEmbeddedFile> embedded =
        Optional.ofNullable(file)
            .map(f ->
                f.getEmbeddedFileUnicode() == null
                    ? f.getEmbeddedFile()
                    : f.getEmbeddedFileUnicode());
    boolean known =
        embedded.isPresent()
            && files.keySet().stream()
                .anyMatch(each -> each.getCOSObject() == embedded.get().getCOSObject());
    if (embedded.isPresent() && !known) {
      String told =
          Optional.ofNullable(file).map(PDComplexFileSpecification::getFilename).orElse("");
      files.put(embedded.get(), last(told == null || told.isBlank() ? name : told, files.size()));
    }
  }

  private static String last(String path, int index) {
    String slashed = path.replace('\\', '/');
    String last = slashed.substring(slashed.lastIndexOf('/') + 1).strip();
    return last.isEmpty() ? String.valueOf(index + 1) : last;
  }
}
