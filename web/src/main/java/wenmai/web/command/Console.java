package wenmai.web.command;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import wenmai.web.ConsoleOutput;

/**
 * Standard output for results and standard error for remarks, both in UTF-8 whatever the machine's
 * locale.
 */
public final class Console {
  private final BufferedReader in;
  private final PrintStream out;
  private final PrintStream remarks;

  public Console(OutputStream out, OutputStream remarks) {
    this(InputStream.nullInputStream(), out, remarks);
  }

  /** The same with somebody who may answer. */
  public Console(InputStream in, OutputStream out, OutputStream remarks) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.out =
        new PrintStream(new BufferedOutputStream(out, 65_536), false, StandardCharsets.UTF_8);
    this.remarks = new PrintStream(remarks, true, StandardCharsets.UTF_8);
  }

  /** The process's own streams. */
  @ConsoleOutput
  public static Console ofProcess() {
    return new Console(System.in, System.out, System.err);
  }

  /** A line of the result. */
  public void print(String line) {
    out.println(line);
  }

  /** A line of the result that somebody waits for. */
  public void printNow(String line) {
    out.println(line);
    out.flush();
  }

  public void remark(String line) {
    remarks.println(line);
  }

  /** A line that the next one overwrites; only for a terminal. */
  public void progress(String line) {
    remarks.print("\r\u001b[K" + line);
    remarks.flush();
  }

  public void endProgress() {
    remarks.print("\r\u001b[K");
    remarks.flush();
  }

  /** Whether somebody sits before it. */
  public boolean isTerminal() {
    return System.console() != null;
  }

  /**
   * A secret typed where nobody sees it, or the first line that is sent in; empty where there is
   * none.
   */
  public Optional<String> secret(String prompt) {
    Optional<java.io.Console> terminal = Optional.ofNullable(System.console());
    if (terminal.isPresent()) {
      char[] typed = terminal.get().readPassword("%s", prompt);
      return Optional.ofNullable(typed).map(String::new);
    }
    try {
      return Optional.ofNullable(in.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public OutputStream out() {
    return out;
  }

  public void flush() {
    out.flush();
  }
}
