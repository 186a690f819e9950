package wenmai.indexer.source;

import wenmai.corpus.Accessions.FileLocation;

/**
 * A line of JSON that brings one paper (JSON 行).
 *
 * @param location in the file, by external id where it has one, else by content
 * @param json the line without its end
 * @param number of the line, from 1
 */
public record SourceLine(
    FileLocation location, String json, long bytes, long modifiedMillis, int number)
    implements Source {}
