/**
 * Foreign parsers in processes of their own (隔离解析), so that a hostile file can hurt nothing else.
 *
 * <p>Begin with {@link wenmai.indexer.worker.WorkerPool}: it hands a file to a process, waits for
 * its answer, and replaces a process that dies or takes too long. {@link
 * wenmai.indexer.worker.Worker} is the other end.
 */
@org.jspecify.annotations.NullMarked
package wenmai.indexer.worker;
