package wenmai.corpus.reading;

/** What a line of a heading is (版头各行). */
enum Role {
  /** What a web page or a gazette added. */
  CLUTTER,
  /** 发布时间、来源、作者 and the like of a web page. */
  META,
  /** A line of the table of particulars of a portal, label or value. */
  PARTICULARS,
  /** 机密★1年. */
  SECRECY,
  /** 特急, 内部使用, 附件1 over an attachment and other marks that are no 密级. */
  URGENCY,
  /** A line with the paper's own 发文字号. */
  NUMBER,
  /** （第五号）, 第3号. */
  SERIAL,
  /** 2024年第7期（总第31期） of a bulletin. */
  ISSUE,
  /** 市十五届人大常委会第三次会议文件（七）. */
  SESSION_PAPER,
  /** The name of an organ and nothing else, or with 文件. */
  ORGAN,
  /** 题注: when and by whom it was passed. */
  NOTE,
  /** ——2023年6月30日在…会议上. */
  PRESENTED,
  /** 区民政局局长　邹若谷. */
  SPEAKER,
  /** 市人大常委会办公室　2022年7月8日 under a title. */
  SIGNED,
  /** A day and nothing else. */
  DATE,
  /** 区人大常委会：. */
  ADDRESSEE,
  /** 案由：…, 领衔代表：… and other labelled entries. */
  LABEL,
  /** What is left: the lines a title may be made of. */
  WORDS
}
