/**
 * Versions and validity (版本与时效): what a 题注 tells of a law's history, which documents are versions
 * of one work, what was in force on a given day and why, and how two versions differ.
 *
 * <p>Begin with {@link wenmai.corpus.version.AmendmentNotesReader} for what a text says of itself.
 * Pure functions of texts, dates and links; nothing here looks into an archive. Works and their
 * expressions are those of FRBR as Akoma Ntoso uses them; 修正 and 修订 are kept apart as 《立法法》 does.
 */
@org.jspecify.annotations.NullMarked
package wenmai.corpus.version;
