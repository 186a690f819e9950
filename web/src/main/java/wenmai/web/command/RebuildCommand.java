package wenmai.web.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import wenmai.corpus.Archive;
import wenmai.corpus.store.ArchiveLock;
import wenmai.corpus.store.Depot;
import wenmai.web.render.Messages;
import wenmai.web.site.HandoverRoutes;
import wenmai.web.site.RebuildRoutes;

/**
 * {@code rebuild}: makes the index anew from the records, beside the running site if there is one.
 */
@Command(name = "rebuild", description = "重建索引，网站照常运行")
public final class RebuildCommand implements Callable<Integer> {
  @Mixin private ArchiveOptions options = new ArchiveOptions();

  @Option(names = "--back", description = "换回上一个索引")
  private boolean back;

  private final Wiring wiring;
  private final Console console;
  private final Messages messages;

  public RebuildCommand(Wiring wiring, Console console, Messages messages) {
    this.wiring = wiring;
    this.console = console;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    if (!Depot.exists(wiring.premises(options))) {
      return Verb.DONE;
    }
    Optional<ArchiveLock.Holder> site =
        ArchiveLock.holder(wiring.data(options)).filter(holder -> holder.port() > 0);
    boolean done = site.isPresent() ? ask(site.get()) : here();
    console.remark(messages.get(done ? "cli.rebuild.done" : "cli.rebuild.none"));
    return done ? Verb.DONE : Verb.FAILED;
  }

  private boolean here() {
    try (Archive archive = wiring.openForWriting(options, "rebuild")) {
      if (back) {
        return archive.switchIndexBack();
      }
      archive.rebuildIndex();
      return true;
    }
  }

  private boolean ask(ArchiveLock.Holder site) {
    String path = back ? RebuildRoutes.BACK : RebuildRoutes.REBUILD;
    HttpRequest post =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + site.port() + path))
            .header(HandoverRoutes.TOKEN, site.token())
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(post, HttpResponse.BodyHandlers.discarding()).statusCode() == 204;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(messages.get("cli.handover.interrupted"), e);
    }
  }
}
