package wenmai.web.browser;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import wenmai.web.Places;
import wenmai.web.SiteExtension;
import wenmai.web.TestSite;

/** Every page in a real Chromium, on a phone and on a desk. */
@ExtendWith(SiteExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesInBrowserTest {
  private static final int PHONE = 360;
  private static final int DESK = 1280;
  private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

  private Chromium chromium;
  private TestSite site;

  @BeforeAll
  void open(TestSite running) {
    chromium = Chromium.open();
    site = running;
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  /** Both widths at once, each in a browser of its own: a page keeps no core busy for long. */
  @TestFactory
  Stream<DynamicTest> every_page_can_be_used_by_everyone() {
    Map<String, String> places = Places.of(site);
    return Stream.of(PHONE, DESK).map(width -> looks(places, width)).toList().stream()
        .flatMap(List::stream);
  }

  private List<DynamicTest> looks(Map<String, String> places, int width) {
    List<DynamicTest> tests = new ArrayList<>();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    Future<Chromium> own = thread.submit(Chromium::open);
    places.forEach((name, path) -> {
      Future<Executable> seen = thread.submit(() -> look(own.get(), path, width));
      tests.add(DynamicTest.dynamicTest(name + " at " + width, () -> seen.get().execute()));
    });
    Future<?> unused =
        thread.submit(() -> {
          own.get().close();
          return width;
        });
    thread.shutdown();
    return tests;
  }

  /** What is found on a page; nothing of the browser is touched when it is judged. */
  private Executable look(Chromium chromium, String path, int width) {
    try (BrowserContext windows = chromium.windows(width)) {
      Page page = windows.newPage();
      List<String> foreign = new ArrayList<>();
      List<String> complaints = new ArrayList<>();
      page.onRequest(request -> {
        if (!request.url().startsWith(site.url("/")) && !request.url().startsWith("data:")) {
          foreign.add(request.url());
        }
      });
      page.onPageError(complaints::add);
      page.onDialog(dialog -> {
        complaints.add("dialog: " + dialog.message());
        dialog.dismiss();
      });
      page.navigate(site.url(path));
      int wide = (int) page.evaluate("document.documentElement.scrollWidth");
      List<String> violations =
          new AxeBuilder(page)
                  .withTags(RULES)
                  .setLegacyMode(true) // no page has frames, so none has to be opened to join them
                  .analyze()
                  .getViolations()
                  .stream()
                  .map(this::say)
                  .toList();
      int scripts = page.locator("script").count();
      int headings = page.locator("h1").count();
      return () ->
          assertAll(
              () -> assertEquals(List.of(), violations),
              () -> assertEquals(List.of(), foreign, "requests to elsewhere"),
              () -> assertEquals(List.of(), complaints),
              () -> assertEquals(0, scripts, "scripts"),
              () -> assertEquals(1, headings, "headings of the page"),
              () -> assertTrue(wide <= width, "wider than the window: " + wide));
    }
  }

  private String say(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().getFirst().getHtml();
  }

  @Test
  void one_gets_from_the_first_page_to_the_proving_sentence_by_keyboard_and_without_scripts() {
    try (BrowserContext windows = chromium.withoutScripts()) {
      Page page = windows.newPage();
      page.navigate(site.url("/"));
      page.keyboard().press("Tab");
      assertEquals("跳到正文", page.locator(":focus").innerText());
      page.locator("#q").focus();
      page.keyboard().type("内涝防治");
      page.keyboard().press("Enter");
      page.waitForURL("**/?q=*");
      page.locator(".hits h2 a").first().focus();
      page.keyboard().press("Enter");
      page.waitForURL("**/documents/*");
      page.locator(".proof").first().focus();
      page.keyboard().press("Enter");
      assertTrue(page.url().matches(".*#e\\d+-\\d+"), page.url());
    }
  }

  @Test
  void the_type_grows_on_request_and_stays_grown() {
    try (BrowserContext windows = chromium.windows(DESK)) {
      Page page = windows.newPage();
      page.navigate(site.url("/about"));
      double before = size(page);
      page.locator(".size").click();
      assertTrue(page.url().endsWith("/about"), page.url());
      assertTrue(size(page) > before * 1.2);
      page.navigate(site.url("/browse"));
      assertTrue(size(page) > before * 1.2);
    }
  }

  private static double size(Page page) {
    return Double.parseDouble(
        String.valueOf(page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")));
  }

  @Test
  void on_a_phone_the_filters_are_folded_until_asked_for() {
    try (BrowserContext windows = chromium.windows(PHONE)) {
      Page page = windows.newPage();
      page.navigate(site.url("/?q=" + TestSite.encode("内涝")));
      assertTrue(!page.locator(".facets").isVisible());
      page.locator(".foldlabel").click();
      assertTrue(page.locator(".facets").isVisible());
    }
  }

  @Test
  void print_leaves_out_what_only_a_screen_needs() {
    try (BrowserContext windows = chromium.windows(DESK)) {
      Page page = windows.newPage();
      page.navigate(site.url("/documents/" + site.find("标题:审议意见 内涝")));
      page.emulateMedia(
          new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
      assertTrue(!page.locator("header.top").isVisible());
      assertTrue(!page.locator(".actions").isVisible());
      assertTrue(page.locator(".text").isVisible());
      assertTrue(page.locator(".printed").isVisible());
    }
  }
}
