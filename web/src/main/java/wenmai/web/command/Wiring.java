package wenmai.web.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import wenmai.corpus.Archive;
import wenmai.corpus.ArchiveSettings;
import wenmai.corpus.Intake;
import wenmai.corpus.account.AccountBook;
import wenmai.corpus.store.Premises;
import wenmai.web.identity.OpenIdProvider;
import wenmai.web.site.SiteSettings;

/** What the verbs need and only {@code Main} can make, because only it knows the indexer. */
public interface Wiring {

  /** The folder of the archive that these options mean. */
  Path data(ArchiveOptions options);

  /** Where the archive that these options mean is: its folder, and its tables. */
  Premises premises(ArchiveOptions options);

  /** How the archive that these options mean is to be opened. */
  ArchiveSettings archive(ArchiveOptions options);

  /** Opens an archive to be asked, beside whoever writes it. */
  Archive openForReading(ArchiveOptions options);

  /**
   * Opens an archive as its one writer.
   *
   * @param what the process is doing, to tell others
   */
  Archive openForWriting(ArchiveOptions options, String what);

  /** The way into an archive that is open for writing. */
  Intake intakeInto(Archive archive, ArchiveOptions options);

  /**
   * Calls back at once and then whenever something under these paths has changed and been left
   * alone, and now and then without having heard anything, until the thread is interrupted.
   *
   * @param look false where it could not be done and must be tried again
   */
  void follow(List<Path> paths, BooleanSupplier look) throws IOException;

  /** How long a file that is followed must have been left alone. */
  Duration settled();

  /** Reads files and takes nothing in. */
  Intake examiner(ArchiveOptions options);

  /** The accounts of the archive that these options mean, to be written beside its writer. */
  AccountBook accounts(ArchiveOptions options);

  /** The identity provider that one may sign in with, where one is set up. */
  Optional<OpenIdProvider> openId(ArchiveOptions options);

  /** Where the site is to listen: what was typed, else what is set. */
  SiteSettings site(ArchiveOptions options, Optional<String> host, Optional<Integer> port);

  /** The folder of the sample papers. */
  Path sample();

  /** The terms of a text: as one JSON array, or a line a term. */
  List<String> analyze(ArchiveOptions options, String text, String field, boolean json);

  /** Wenmai's version. */
  String version();
}
