package wenmai.indexer.source;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import wenmai.corpus.Accessions.FileLocation;

/**
 * What may still come out of an outermost container (容器的总限额), of all that lies in it together,
 * however deep: containers in containers each within their own limits come to millions of papers.
 * For one thread; readings that are timed may be on others.
 */
public final class ContainerBudget {
  private final FileLocation outermost;
  private final long mostMembers;
  private final long mostLines;
  private final long mostBytes;
  private final Duration mostTime;
  private final AtomicLong nanos = new AtomicLong();
  private long members;
  private long lines;
  private long bytes;
  private Optional<String> spent = Optional.empty();
  private boolean isTold;

  /**
   * @param outermost what all this lies in: a container, or a paper with what came attached to it
   * @param limits of one container
   */
  public ContainerBudget(SourceFile outermost, ContainerLimits limits) {
    this.outermost = outermost.location();
    this.mostMembers = limits.mayHold(outermost.bytes());
    this.mostLines = limits.mayHoldLines(outermost.bytes());
    this.mostBytes = limits.mayExpandTo(outermost.bytes());
    this.mostTime = limits.mayTake(outermost.bytes());
  }

  public FileLocation outermost() {
    return outermost;
  }

  /** Whether something had to be left in it: nothing more is to be taken. */
  public boolean isSpent() {
    return spent.isPresent();
  }

  /** One more file; false where there may be none. */
  boolean takeMember() {
    return isInTime() && take(++members <= mostMembers, mostMembers + " 个文件");
  }

  /** One more line of JSON; false where there may be none. */
  boolean takeLine() {
    return isInTime() && take(++lines <= mostLines, mostLines + " 行");
  }

  /** So many bytes more; false where it is too much. */
  boolean takeBytes(long count) {
    bytes += count;
    return take(bytes <= mostBytes, (mostBytes >> 20) + " MB");
  }

  /** One more file of so many bytes; false where there may be none. */
  public boolean takeMember(long size) {
    return takeMember() && takeBytes(size);
  }

  long bytesLeft() {
    return Math.max(0, mostBytes - bytes);
  }

  private boolean isInTime() {
    return take(nanos.get() <= mostTime.toNanos(), "读取时间 " + mostTime.toSeconds() + " 秒");
  }

  private boolean take(boolean isEnough, String limit) {
    if (!isEnough && spent.isEmpty()) {
      spent = Optional.of(limit);
    }
    return spent.isEmpty();
  }

  /** Which limit it was, to be told of once; empty where it has been told, or none was passed. */
  public Optional<String> toTell() {
    Optional<String> limit = isTold ? Optional.empty() : spent;
    isTold |= spent.isPresent();
    return limit;
  }

  /** A reading whose time counts; by any thread. */
  public <T> T timed(Supplier<T> reading) {
    long start = System.nanoTime();
    try {
      return reading.get();
    } finally {
      nanos.addAndGet(System.nanoTime() - start);
    }
  }
}
