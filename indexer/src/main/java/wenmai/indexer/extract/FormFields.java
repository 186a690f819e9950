package wenmai.indexer.extract;

import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a form that are filled in with words (PDF 表单域; ISO 32000-2, 12.7): these are of the
 * paper. Buttons, signatures and passwords are not.
 */
final class FormFields {
  private static final Set<COSName> OF_WORDS = Set.of(COSName.TX, COSName.CH);

  /** A field may inherit from the fields above it; a ring of them is an attack. */
  private static final int MOST_ABOVE = 32;

  private static final int PASSWORD = 1 << 13;
  private static final int LONGEST = 20_000;

  private FormFields() {}

  static boolean isOfWords(PDAnnotation annotation) {
    COSDictionary field = annotation.getCOSObject();
    boolean password =
        inherited(field, COSName.FF) instanceof COSNumber flags
            && (flags.intValue() & PASSWORD) != 0;
    return "Widget".equals(annotation.getSubtype())
        && inherited(field, COSName.FT) instanceof COSName type
        && OF_WORDS.contains(type)
        && !password;
  }

  /** What is filled in; empty where nothing is. */
  static String words(PDAnnotation annotation) {
    String words =
        switch (inherited(annotation.getCOSObject(), COSName.V)) {
          case COSString text -> text.getString();
          case COSStream text -> text.toTextString();
          case null, default -> "";
        };
    return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
  }

  private static @Nullable COSBase inherited(COSDictionary field, COSName key) {
    COSDictionary at = field;
    for (int i = 0; i < MOST_ABOVE && at != null; i++) {
      COSBase value = at.getDictionaryObject(key);
      if (value != null) {
        return value;
      }
      at = at.getCOSDictionary(COSName.PARENT);
    }
    return null;
  }
}
