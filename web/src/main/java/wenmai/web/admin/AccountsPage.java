package wenmai.web.admin;

import java.util.List;

/**
 * Who may sign in (账号管理).
 *
 * @param problem what went wrong the last time, or empty
 */
public record AccountsPage(List<Row> accounts, String problem) {

  /**
   * An account.
   *
   * @param role its label
   * @param devices on which it is signed in
   * @param own whether it is the visitor's
   */
  public record Row(String name, String role, String since, int devices, boolean own) {}

  public AccountsPage {
    accounts = List.copyOf(accounts);
  }
}
