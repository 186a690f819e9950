package wenmai.corpus;

import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.Accessions.RegisteredFile;
import wenmai.corpus.store.Register;

/** The port's words for a file and the register's, one for one. */
final class Places {
  private Places() {}

  static Register.Place of(FileLocation location) {
    return new Register.Place(location.root(), location.path());
  }

  static Register.Entry entry(RegisteredFile file) {
    return new Register.Entry(
        of(file.location()),
        file.bytes(),
        file.modifiedMillis(),
        file.sha256(),
        file.documents(),
        file.wantsOcr());
  }

  static FileLocation location(Register.Place place) {
    return new FileLocation(place.root(), place.path());
  }

  static RegisteredFile file(Register.Entry entry) {
    return new RegisteredFile(
        location(entry.place()),
        entry.bytes(),
        entry.modifiedMillis(),
        entry.sha256(),
        entry.documents(),
        entry.wantsOcr());
  }
}
