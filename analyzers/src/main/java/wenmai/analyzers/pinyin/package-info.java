/**
 * How Chinese is typed on a Latin keyboard (拼音): full pinyin and initials of names, for
 * suggestions, and what sounds alike, for spelling help.
 *
 * <p>Begin with {@link wenmai.analyzers.pinyin.Pinyin}. Readings come from HanLP's tables, those of
 * words with several readings also from {@code config/lexicon/readings.txt}. Tones are left out,
 * for nobody types them.
 */
@org.jspecify.annotations.NullMarked
package wenmai.analyzers.pinyin;
