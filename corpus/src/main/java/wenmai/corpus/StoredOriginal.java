package wenmai.corpus;

import java.io.InputStream;
import wenmai.corpus.document.Provenance;
import wenmai.corpus.store.Originals;

/** A file as it came in, by its hash. */
record StoredOriginal(Originals originals, String sha256, Provenance provenance)
    implements ReadingRoom.Original {

  @Override
  public String mediaType() {
    return provenance.mediaType();
  }

  @Override
  public String fileName() {
    String source = provenance.source();
    return source.substring(source.lastIndexOf('/') + 1);
  }

  @Override
  public long bytes() {
    return originals.bytes(sha256).orElse(0L);
  }

  @Override
  public InputStream open() {
    return originals.open(sha256);
  }
}
