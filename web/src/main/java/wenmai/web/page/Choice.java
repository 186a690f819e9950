package wenmai.web.page;

/** One of several ways, with the address that takes it. */
public record Choice(String label, String url, boolean chosen) {}
