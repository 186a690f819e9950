/**
 * What an official document (公文) is: its identity, its facts, each with the words that show it, and
 * its text.
 *
 * <p>Begin with {@link wenmai.corpus.document.OfficialDocument}: what was read from one file,
 * immutable, and a pure function of that file and of what was given with it. What changes after
 * intake (status, cited-by, matters) is not here. Terms follow GB/T 9704-2012 and the Akoma Ntoso
 * vocabulary.
 */
@org.jspecify.annotations.NullMarked
package wenmai.corpus.document;
