package wenmai.indexer.extract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.jspecify.annotations.Nullable;

/**
 * A stream of a PDF, decoded as it is read (PDF 数据流): the library holds all of it in memory first,
 * which a large file inside a small PDF does not deserve.
 */
final class PdfStream {
  /** The library's own way does for so few bytes: they cannot become more than some 60 MB. */
  private static final long LITTLE = 20_000;

  private static final long MOST_SIGNS = 64L << 20;

  private final COSStream stream;

  PdfStream(COSStream stream) {
    this.stream = stream;
  }

  /** The bytes of the stream; refuses ways to pack it that cannot be undone bit by bit. */
  InputStream open() throws IOException {
    List<COSName> filters = filters();
    int signs = 0;
    while (signs < filters.size() && isOfSigns(filters.get(signs))) {
      signs++;
    }
    boolean streams = filters.subList(signs, filters.size()).stream().allMatch(PdfStream::isFlate);
    if (!streams || hasPredictor()) {
      if (filters.size() > 1 || stream.getLength() > LITTLE) {
        throw new IOException("不支持的压缩方式");
      }
      return stream.createInputStream();
    }
    InputStream in = stream.createRawInputStream();
    for (int i = 0; i < signs; i++) {
      in = written(in, filters.get(i), i);
    }
    for (int i = signs; i < filters.size(); i++) {
      in = new InflaterInputStream(in);
    }
    return in;
  }

  /** Bytes that are written as letters or figures; they only get fewer. */
  private InputStream written(InputStream in, COSName filter, int index) throws IOException {
    byte[] signs;
    try (in) {
      signs = in.readNBytes((int) MOST_SIGNS + 1);
    }
    if (signs.length > MOST_SIGNS) {
      throw new IOException((MOST_SIGNS >> 20) + " MB");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FilterFactory.INSTANCE
        .getFilter(filter)
        .decode(new ByteArrayInputStream(signs), out, stream, index);
    return new ByteArrayInputStream(out.toByteArray());
  }

  private List<COSName> filters() {
    List<COSName> names = new ArrayList<>();
    COSBase filters = stream.getFilters();
    if (filters instanceof COSName one) {
      names.add(one);
    } else if (filters instanceof COSArray several) {
      for (int i = 0; i < several.size(); i++) {
        names.add(several.getObject(i) instanceof COSName name ? name : COSName.JPX_DECODE);
      }
    }
    return names;
  }

  private static boolean isFlate(COSName filter) {
    return filter.equals(COSName.FLATE_DECODE) || filter.equals(COSName.FLATE_DECODE_ABBREVIATION);
  }

  private static boolean isOfSigns(COSName filter) {
    return filter.equals(COSName.ASCII85_DECODE)
        || filter.equals(COSName.ASCII85_DECODE_ABBREVIATION)
        || filter.equals(COSName.ASCII_HEX_DECODE)
        || filter.equals(COSName.ASCII_HEX_DECODE_ABBREVIATION);
  }

  private boolean hasPredictor() {
    COSBase told = stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
    if (told instanceof COSArray several) {
      for (int i = 0; i < several.size(); i++) {
        if (hasPredictor(several.getObject(i))) {
          return true;
        }
      }
      return false;
    }
    return hasPredictor(told);
  }

  private static boolean hasPredictor(@Nullable COSBase parameters) {
    return parameters instanceof COSDictionary each && each.getInt(COSName.PREDICTOR, 1) > 1;
  }
}
