package wenmai.corpus.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A development zone or a street that has organs of its own (开发区、新区、街道): 某市人大常委会|某经济开发区|工作委员会,
 * 某区人大常委会|某街道|工作委员会. It is no division of the state with a congress, but it is the area its organs
 * act for.
 */
public final class DevelopmentZone {
  private static final Pattern IN_ORGAN =
      Pattern.compile(
          "^(?:人民代表大会常务委员会|人民政府)?(?<zone>[\\u4e00-\\u9fff]{2,14}?(?:开发区|高新区|经开区|新区|示范区|保税区|度假区|园区|合作区|先行区|试验区|管理区|街道))"
              + "(?=管理委员会|管委会|人民代表大会|人大|工作委员会|工委|党工委|办事处|[\\u4e00-\\u9fff]{2,12}(?:局|办公室|分局|中心)$)");

  private DevelopmentZone() {}

  /** The zone of an organ whose name goes on so behind the names of places. */
  public static Optional<String> of(String behindPlaces) {
    Matcher matcher = IN_ORGAN.matcher(behindPlaces);
    return matcher.find() ? Optional.of(matcher.group("zone")) : Optional.empty();
  }
}
