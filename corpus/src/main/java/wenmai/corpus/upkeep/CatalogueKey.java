package wenmai.corpus.upkeep;

import java.util.ArrayList;
import java.util.List;
import wenmai.corpus.citation.TitleKey;
import wenmai.corpus.document.CongressSession;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.Organ;

/**
 * Something a document can be asked for by (目录检索键): a title, a 发文字号, an organ's session.
 *
 * @param kind what is asked for
 * @param hash of what it is; two keys with one hash only cost a vain look
 */
record CatalogueKey(Kind kind, long hash) {

  enum Kind {
    TITLE,
    NUMBER,
    SESSION
  }

  static CatalogueKey title(TitleKey key) {
    return of(Kind.TITLE, key.value());
  }

  static CatalogueKey number(DocumentNumber number) {
    return of(Kind.NUMBER, number.toString());
  }

  static CatalogueKey session(Organ organ, CongressSession session) {
    return of(Kind.SESSION, organ.name() + "\0" + session);
  }

  /** All keys of a document with these facts. */
  static List<CatalogueKey> of(Facts facts) {
    List<CatalogueKey> keys = new ArrayList<>();
    facts.value(FactKey.TITLE).ifPresent(title -> keys.add(title(TitleKey.of(title))));
    facts.value(FactKey.NUMBER).ifPresent(number -> keys.add(number(number)));
    facts
        .value(FactKey.ORGAN)
        .ifPresent(organ ->
            facts.value(FactKey.SESSION).ifPresent(session -> keys.add(session(organ, session))));
    return keys;
  }

  /** FNV-1a over the UTF-16 units, mixed at the end. */
  private static CatalogueKey of(Kind kind, String value) {
    long hash = 0xCBF2_9CE4_8422_2325L;
    String whole = kind + "\0" + value;
    for (int i = 0; i < whole.length(); i++) {
      hash = (hash ^ whole.charAt(i)) * 0x100_0000_01B3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xFF51_AFD7_ED55_8CCDL;
    return new CatalogueKey(kind, hash ^ (hash >>> 33));
  }
}
