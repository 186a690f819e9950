package wenmai.indexer;

import java.util.Optional;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Warning;
import wenmai.corpus.document.WarningCode;

/** Why a paper was kept from the public (转为内部的原因), in the words the reader of it found. */
final class InternalReason {
  /** A part without a mark of its own. */
  private static final String OF_ITS_PARENT = "所属公文标有密级";

  private InternalReason() {}

  static String of(OfficialDocument document) {
    Optional<Fact<String>> mark = document.facts().get(FactKey.SECRECY);
    if (mark.isPresent()) {
      return mark.get().value();
    }
    return document.content().warnings().stream()
        .filter(warning ->
            warning.code() == WarningCode.SECRECY_MARK
                || warning.code() == WarningCode.PERSONAL_DATA)
        .map(Warning::detail)
        .findFirst()
        .orElse(document.provenance().parent().isPresent() ? OF_ITS_PARENT : "");
  }
}
