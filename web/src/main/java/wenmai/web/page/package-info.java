/**
 * The pages people see: for each a record of what it shows and the code that fills it.
 *
 * <p>Begin with {@link wenmai.web.page.SearchPage}. Templates of the same name stand under {@code
 * resources/templates}; a page record holds ready words and addresses, so that a template only lays
 * them out.
 */
@org.jspecify.annotations.NullMarked
package wenmai.web.page;
