package wenmai.corpus.version;

import java.util.Optional;
import wenmai.corpus.structure.Provision;
import wenmai.corpus.text.Quote;

/**
 * One order of an amending decision (修改指令): 将第八条修改为…, 删去第九条第二款, 增加一条，作为第十二条, 第八条改为第九条.
 *
 * @param work the title of what is amended, without 《》
 * @param from the provision as it was numbered; empty for an article that is new
 * @param to the provision as it is numbered afterwards, where the order says so
 * @param order the words of the order
 */
public record AmendmentOrder(
    String work, Kind kind, Optional<Provision> from, Optional<Provision> to, Quote order) {

  /** What is done to a provision. */
  public enum Kind {
    CHANGED,
    DELETED,
    ADDED,
    RENUMBERED
  }
}
