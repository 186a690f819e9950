package wenmai.web;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands tests the one {@link TestSite} of the run, started when it is first asked for. */
public final class SiteExtension implements ParameterResolver {
  private static final ExtensionContext.Namespace SITE =
      ExtensionContext.Namespace.create(SiteExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestSite.class;
  }

  @Override
  public TestSite resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(SITE)
        .getOrComputeIfAbsent(TestSite.class, type -> TestSite.start(), TestSite.class);
  }
}
