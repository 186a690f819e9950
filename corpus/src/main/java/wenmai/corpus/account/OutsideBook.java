package wenmai.corpus.account;

import wenmai.corpus.Reader.Role;

/**
 * Names and passwords that are kept elsewhere (外部名录), such as in the directory of the whole house.
 * Asked for names that have no account here; its own accounts always keep the last word.
 */
public interface OutsideBook {

  /** Under what its accounts are known here, such as {@code ldap}. */
  String source();

  /** Who this is there. May take some seconds; called by many threads. */
  Answer ask(String name, String password);

  /** What it says. */
  sealed interface Answer {
    /**
     * It knows them.
     *
     * @param name as it is written there, however it was typed
     */
    record Known(String name, Role role) implements Answer {}

    /** There is no such name, or the password is wrong. */
    record Unknown() implements Answer {}

    /** It knows them, and they may do nothing here. */
    record NotEntitled() implements Answer {}

    /** It does not answer. */
    record Unreachable() implements Answer {}
  }
}
