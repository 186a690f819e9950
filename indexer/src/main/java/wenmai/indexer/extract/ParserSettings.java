package wenmai.indexer.extract;

import java.nio.file.Path;

/**
 * What foreign parsers need to know (解析设置).
 *
 * @param config the configuration folder
 * @param scratch where files that were inside others go
 * @param tesseract name or path of the program for OCR
 */
public record ParserSettings(Path config, Path scratch, String tesseract, Limits limits) {}
