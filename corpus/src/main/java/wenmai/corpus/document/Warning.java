package wenmai.corpus.document;

import wenmai.corpus.text.CodePointSpan;

/**
 * Something a reader ought to know about the text (质量提示), with the place that shows it.
 *
 * @param detail what exactly, in Chinese, as data of this one text (a count, two dates)
 */
public record Warning(WarningCode code, CodePointSpan span, String detail) {}
