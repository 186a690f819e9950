package wenmai.web.render;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Renders page records with FreeMarker templates. Output is HTML-escaped by default, templates can
 * resolve no class, and numbers are printed as computers do.
 */
public final class Templates {
  private final Configuration configuration;
  private final Messages messages;

  public Templates(Messages messages) {
    this.messages = messages;
    configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setClassForTemplateLoading(Templates.class, "/templates");
    configuration.setDefaultEncoding("UTF-8");
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setNumberFormat("computer");
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    configuration.setObjectWrapper(new PageWrapper());
  }

  /**
   * Renders a page.
   *
   * @param template its file name
   * @param frame what every page shares
   * @param page what this page shows
   */
  public String render(String template, PageFrame frame, Object page) {
    Map<String, Object> model = new HashMap<>();
    model.put("frame", frame);
    model.put("page", page);
    model.put("m", (TemplateMethodModelEx) this::message);
    model.put("label", (TemplateMethodModelEx) this::label);
    try {
      StringWriter out = new StringWriter(32_768);
      configuration.getTemplate(template).process(model, out);
      return out.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw new IllegalStateException("template " + template + " failed", e);
    }
  }

  private Object message(List<?> arguments) {
    String key = arguments.get(0).toString();
    Object[] values =
        arguments.subList(1, arguments.size()).stream().map(String::valueOf).toArray();
    return new SimpleScalar(messages.get(key, values));
  }

  private Object label(List<?> arguments) {
    return new SimpleScalar(
        messages.label(arguments.get(0).toString(), arguments.get(1).toString()));
  }
}
