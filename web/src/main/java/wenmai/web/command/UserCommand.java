package wenmai.web.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wenmai.corpus.account.Account;
import wenmai.corpus.account.AccountBook;
import wenmai.corpus.account.AccountProblem;
import wenmai.corpus.account.AccountProblem.Reason;
import wenmai.web.render.Messages;

/** {@code user add|list|remove}: the accounts, also while a site is running. */
@Command(name = "user", description = "管理账号")
public final class UserCommand implements Callable<Integer> {
  /** Whom the audit names for what is done at the command line. */
  private static final String OWNER = "owner";

  @Spec private CommandSpec spec = CommandSpec.create();

  private UserCommand() {}

  /** The verb with those that stand after it. */
  public static CommandLine in(Wiring wiring, Console console, Messages messages) {
    CommandLine user = new CommandLine(new UserCommand());
    for (Act act :
        List.of(
            new Add(wiring, console, messages),
            new ListAll(wiring, console, messages),
            new Remove(wiring, console, messages))) {
      user.addSubcommand(act);
    }
    user.getSubcommands()
        .values()
        .forEach(sub -> sub.getCommandSpec().mixinStandardHelpOptions(true));
    return user;
  }

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(spec.commandLine(), "add | list | remove");
  }

  private abstract static class Act implements Callable<Integer> {
    @Mixin private ArchiveOptions options = new ArchiveOptions();

    private final Wiring wiring;
    final Console console;
    final Messages messages;

    Act(Wiring wiring, Console console, Messages messages) {
      this.wiring = wiring;
      this.console = console;
      this.messages = messages;
    }

    @Override
    public final Integer call() {
      try (AccountBook book = wiring.accounts(options)) {
        return act(book);
      } catch (AccountProblem problem) {
        console.remark(messages.get("account.problem." + problem.reason().key()));
        return problem.reason() == Reason.TAKEN || problem.reason() == Reason.ABSENT
            ? Verb.FAILED
            : Verb.WRONG_USAGE;
      }
    }

    abstract int act(AccountBook book);
  }

  @Command(name = "add", description = "添加账号；口令从标准输入读取")
  private static final class Add extends Act {
    @Parameters(paramLabel = "NAME", description = "用户名")
    private String name = "";

    @Option(
        names = "--role",
        required = true,
        paramLabel = "reader|staff|admin",
        description = "reader 可以查看内部文献；staff 还可以更正和发布；admin 还可以管理账号")
    private String role = "";

    Add(Wiring wiring, Console console, Messages messages) {
      super(wiring, console, messages);
    }

    @Override
    int act(AccountBook book) {
      var as = AccountBook.role(role);
      Optional<String> password = console.secret(messages.get("cli.user.password"));
      if (password.isEmpty()) {
        console.remark(messages.get("cli.user.no-password", name));
        return Verb.WRONG_USAGE;
      }
      Account added = book.add(name, as, password.get(), OWNER);
      console.remark(messages.get("cli.user.added", added.name(), added.roleKey()));
      return Verb.DONE;
    }
  }

  @Command(name = "list", description = "列出账号")
  private static final class ListAll extends Act {
    ListAll(Wiring wiring, Console console, Messages messages) {
      super(wiring, console, messages);
    }

    @Override
    int act(AccountBook book) {
      List<Account> accounts = book.accounts();
      accounts.forEach(account ->
          console.print(
              messages.get("cli.user.line", account.name(), account.roleKey(), account.since())));
      if (accounts.isEmpty()) {
        console.remark(messages.get("cli.user.none"));
      }
      return Verb.DONE;
    }
  }

  @Command(name = "remove", description = "删除账号，并使它的登录全部失效")
  private static final class Remove extends Act {
    @Parameters(paramLabel = "NAME", description = "用户名")
    private String name = "";

    Remove(Wiring wiring, Console console, Messages messages) {
      super(wiring, console, messages);
    }

    @Override
    int act(AccountBook book) {
      book.remove(name, OWNER);
      console.remark(messages.get("cli.user.removed", name));
      return Verb.DONE;
    }
  }
}
