package wenmai.web.render;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;

/** Shows page records to templates; {@link Markup} alone goes out unescaped. */
final class PageWrapper extends DefaultObjectWrapper {
  PageWrapper() {
    super(Configuration.VERSION_2_3_34);
  }

  @Override
  protected TemplateModel handleUnknownType(Object value) throws TemplateModelException {
    return value instanceof Markup markup
        ? HTMLOutputFormat.INSTANCE.fromMarkup(markup.toString())
        : super.handleUnknownType(value);
  }
}
