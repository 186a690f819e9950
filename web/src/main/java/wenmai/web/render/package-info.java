/**
 * From records to HTML: templates, messages, marked-up text.
 *
 * <p>Begin with {@link wenmai.web.render.Templates}. Everything that comes from a document is
 * escaped here and nowhere else; this is the only package that names FreeMarker.
 */
@org.jspecify.annotations.NullMarked
package wenmai.web.render;
