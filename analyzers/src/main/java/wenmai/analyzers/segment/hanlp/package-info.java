/**
 * Everything that names HanLP (com.hankcs): its dictionaries, language model, character tables and
 * readings, behind types of our own.
 *
 * <p>Begin with {@link wenmai.analyzers.segment.hanlp.HanlpSegmentation}. HanLP's global settings
 * are set once, in {@code HanlpRuntime}; the words of the field go into a trie of each
 * segmentation, never into HanLP's static dictionary.
 */
@org.jspecify.annotations.NullMarked
package wenmai.analyzers.segment.hanlp;
