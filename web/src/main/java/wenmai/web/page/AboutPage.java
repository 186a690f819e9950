package wenmai.web.page;

import wenmai.corpus.ReadingRoom;

/** What Wenmai is, and how much it holds (关于). */
public record AboutPage(ReadingRoom.CollectionStatistics statistics, String version) {}
