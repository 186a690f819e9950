package wenmai.indexer.extract;

/** What a file really is (格式), as its bytes say. */
public enum Format {
  TEXT("text/plain"),
  MARKDOWN("text/markdown"),
  HTML("text/html"),
  JSON_LINES("application/jsonl"),
  PDF("application/pdf"),
  /** DOC, XLS, PPT, WPS, and encrypted OOXML. */
  OLE("application/x-tika-msoffice"),
  /** DOCX, XLSX, PPTX. */
  OOXML("application/x-tika-ooxml"),
  OPEN_DOCUMENT("application/vnd.oasis.opendocument"),
  OFD("application/ofd"),
  /** An OFD that holds several documents. */
  OFD_BUNDLE("application/ofd"),
  RTF("application/rtf"),
  MAIL("message/rfc822"),
  /** What Outlook packs a mail into for its like: {@code winmail.dat}. */
  TNEF("application/ms-tnef"),
  IMAGE("image/*"),
  ZIP("application/zip"),
  SEVEN_ZIP("application/x-7z-compressed"),
  RAR("application/x-rar-compressed"),
  TAR("application/x-tar"),
  GZIP("application/gzip"),
  APPLE_DOUBLE("application/applefile"),
  EMPTY("inode/x-empty"),
  OTHER("application/octet-stream");

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Whether it holds other files rather than a text of its own. */
  public boolean isContainer() {
    return switch (this) {
      case ZIP, SEVEN_ZIP, RAR, TAR, GZIP, JSON_LINES, OFD_BUNDLE -> true;
      case TEXT,
          MARKDOWN,
          HTML,
          PDF,
          OLE,
          OOXML,
          OPEN_DOCUMENT,
          OFD,
          RTF,
          MAIL,
          TNEF,
          IMAGE,
          APPLE_DOUBLE,
          EMPTY,
          OTHER ->
          false;
    };
  }
}
