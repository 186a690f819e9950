package wenmai.web.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Option;
import wenmai.corpus.Reader;

/** What every verb takes: which archive, which settings, for which day, as whom. */
public final class ArchiveOptions {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "存放数据的文件夹，默认 data（或者环境变量 WENMAI_DATA）")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--config", paramLabel = "FILE", description = "设置文件，默认 config/wenmai.conf")
  private Optional<Path> config = Optional.empty();

  @Option(names = "--as-of", paramLabel = "DATE", description = "按哪一天计算时效和逾期，默认今天")
  private Optional<LocalDate> asOf = Optional.empty();

  @Option(names = "--as", paramLabel = "WHO", description = "以谁的身份查看：owner（默认，全部）或者 public（只看公开的）")
  private Who who = Who.OWNER;

  /** As whom a command looks. */
  enum Who {
    OWNER,
    PUBLIC
  }

  /** The folder asked for, if any. */
  public Optional<Path> data() {
    return data;
  }

  public Optional<Path> config() {
    return config;
  }

  public Optional<LocalDate> fixedDay() {
    return asOf;
  }

  public LocalDate day() {
    return asOf.orElseGet(() -> LocalDate.now(Clock.system(ZONE)));
  }

  public Reader reader() {
    return who == Who.PUBLIC ? Reader.anonymous() : Reader.owner();
  }
}
