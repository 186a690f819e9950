package wenmai.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** An address of every kind of page, in each state that looks different. */
public final class Places {
  private Places() {}

  /** Addresses by what they show. */
  public static Map<String, String> of(TestSite site) {
    Map<String, String> places = new LinkedHashMap<>();
    String opinion = site.find("标题:审议意见 内涝");
    String regulation = site.find("标题:农村供水条例");
    String hostile = site.find(HostilePapers.WORST);
    places.put("home", "/");
    places.put("search", "/?q=" + TestSite.encode("内涝 整改"));
    places.put("filtered", "/?kind=report&sort=-date&from=2022-01-01&page=2");
    places.put("articles", "/?level=article&q=" + TestSite.encode("供水"));
    places.put("direct", "/?q=" + TestSite.encode("澜江省农村供水条例"));
    places.put("nothing found", "/?q=zzzzqqqq");
    places.put("beyond the end", "/?page=9999");
    places.put("not understood", "/?q=" + TestSite.encode("near/10(甲"));
    places.put("browse", "/browse");
    places.put("browse by organ", "/browse/organ");
    places.put("opinion", "/documents/" + opinion);
    places.put("regulation", "/documents/" + regulation);
    places.put(
        "place in a paper", "/documents/" + opinion + "?q=" + TestSite.encode("排水") + "&at=30-60");
    places.put("hostile paper", "/documents/" + hostile);
    places.put("hostile search", "/?q=" + TestSite.encode(HostilePapers.WORD));
    places.put("trace", "/documents/" + opinion + "/trace?depth=3");
    places.put("trace of the hostile", "/documents/" + hostile + "/trace");
    places.put("cited by", "/documents/" + regulation + "/cited-by");
    places.put(
        "cited by, narrowed", "/documents/" + regulation + "/cited-by?article=1&relation=basis");
    places.put("article", "/documents/" + regulation + "/articles/1");
    places.put("text of a day", "/documents/" + regulation + "?on=2020-01-01");
    String mended = site.find(HostilePapers.MENDED);
    places.put("repairs", "/documents/" + mended + "/repairs");
    places.put("repairs of one kind", "/documents/" + mended + "/repairs?why=gloss&whole=true");
    places.put("no repairs", "/documents/" + opinion + "/repairs?page=99");
    places.put("bases", "/bases");
    places.put("wanted", "/wanted");
    places.put("wanted beyond the end", "/wanted?page=99");
    places.put("ledger", "/matters");
    places.put("overdue", "/matters?status=overdue");
    places.put("empty ledger", "/matters?q=zzzz");
    places.put("matter", "/matters/" + site.matter());
    places.put("about", "/about");
    places.put("login", "/login");
    places.put("not there", "/documents/00000000000000000000");
    places.put("no such route", "/no/such/page");
    return places;
  }
}
