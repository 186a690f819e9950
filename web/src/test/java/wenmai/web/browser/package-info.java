/** The pages in a real browser: what a visitor sees and can use. */
@org.jspecify.annotations.NullMarked
package wenmai.web.browser;
