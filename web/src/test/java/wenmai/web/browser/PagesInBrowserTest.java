package wenmai.web.browser;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private static final int HEIGHT = 900;
  private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

  /** Of what is as it should be, axe would name every element as well, which takes long. */
  private static final String VIOLATIONS =
      """
      async rules => (await axe.run(document, {runOnly: rules, resultTypes: ['violations']}))
        .violations.map(found => found.id + ': ' + found.help + ' ' + found.nodes[0].html)
      """;

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

  /** In two browsers at once: a page keeps no core busy for long. */
  @TestFactory
  Stream<DynamicTest> every_page_can_be_used_by_everyone() {
    List<Map.Entry<String, String>> places = List.copyOf(Places.of(site).entrySet());
    int middle = places.size() / 2;
    return Stream.of(places.subList(0, middle), places.subList(middle, places.size()))
        .map(this::looks)
        .toList()
        .stream()
        .flatMap(List::stream);
  }

  private List<DynamicTest> looks(List<Map.Entry<String, String>> places) {
    List<DynamicTest> tests = new ArrayList<>();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    Future<Window> own = thread.submit(Window::new);
    for (Map.Entry<String, String> place : places) {
      Future<Map<Integer, Executable>> seen = thread.submit(() -> own.get().look(place.getValue()));
      for (int width : List.of(PHONE, DESK)) {
        tests.add(
            DynamicTest.dynamicTest(
                place.getKey() + " at " + width,
                () -> Objects.requireNonNull(seen.get().get(width)).execute()));
      }
    }
    Future<?> unused =
        thread.submit(() -> {
          own.get().browser.close();
          return places;
        });
    thread.shutdown();
    return tests;
  }

  /** One that goes from page to page, as a visitor's does: opening another each time takes long. */
  private final class Window {
    private final Chromium browser = Chromium.open();
    private final Page page = browser.windows(PHONE).newPage();
    private final List<String> foreign = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private Window() {
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
    }

    /**
     * What is found on a page, first on a phone, then on a desk; nothing of the browser is touched
     * when it is judged. A page is the same for both: it has no scripts, its style knows the width.
     */
    private Map<Integer, Executable> look(String path) {
      foreign.clear();
      complaints.clear();
      page.setViewportSize(PHONE, HEIGHT);
      page.navigate(site.url(path));
      int scripts = page.locator("script").count();
      int headings = page.locator("h1").count();
      page.evaluate("() => {" + AxeBuilder.getAxeScript() + "}");
      Map<Integer, Executable> found = new HashMap<>();
      for (int width : List.of(PHONE, DESK)) {
        page.setViewportSize(width, HEIGHT);
        int wide = (int) page.evaluate("document.documentElement.scrollWidth");
        List<?> violations = (List<?>) page.evaluate(VIOLATIONS, RULES);
        List<String> elsewhere = List.copyOf(foreign);
        List<String> said = List.copyOf(complaints);
        found.put(
            width,
            () ->
                assertAll(
                    () -> assertEquals(List.of(), violations),
                    () -> assertEquals(List.of(), elsewhere, "requests to elsewhere"),
                    () -> assertEquals(List.of(), said),
                    () -> assertEquals(0, scripts, "scripts"),
                    () -> assertEquals(1, headings, "headings of the page"),
                    () -> assertTrue(wide <= width, "wider than the window: " + wide)));
      }
      return found;
    }
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
