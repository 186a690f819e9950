package wenmai.corpus.document;

import wenmai.corpus.text.Quote;

/** Words of a certain document, with their place in it. */
public record DocumentQuote(DocumentId document, Quote quote) {}
