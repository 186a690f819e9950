package wenmai.web.page;

import java.util.function.IntFunction;

/**
 * Where in a list one is.
 *
 * @param page from 1
 * @param pages at least 1
 * @param previous address, or empty on the first page
 * @param next address, or empty on the last page
 */
public record Paging(int page, long pages, String previous, String next) {

  static Paging of(int page, int size, long total, IntFunction<String> address) {
    long pages = Math.max(1, (total + size - 1) / size);
    return new Paging(
        page,
        pages,
        page > 1 ? address.apply((int) Math.min(page - 1L, pages)) : "",
        page < pages ? address.apply(page + 1) : "");
  }
}
