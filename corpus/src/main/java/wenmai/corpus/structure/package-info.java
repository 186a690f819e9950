/**
 * The structure of a text (编 章 节 条 款 项 目, and 一、（一）1. in opinions, reports and speeches).
 *
 * <p>Begin with {@link wenmai.corpus.structure.Outline}; an address within it is a {@link
 * wenmai.corpus.structure.Provision}. Terms follow Akoma Ntoso and 《立法技术规范（试行）》.
 */
@org.jspecify.annotations.NullMarked
package wenmai.corpus.structure;
