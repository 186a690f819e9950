package wenmai.corpus.structure;

/** What the numbered points (一、（一）1.) of a text without articles are. */
public enum Numbering {
  /** In opinions, decisions, notices: one cites them, so they count as articles. */
  POINTS_ARE_ARTICLES,
  /** In reports, speeches, news: they only head what follows. */
  POINTS_ARE_HEADINGS
}
