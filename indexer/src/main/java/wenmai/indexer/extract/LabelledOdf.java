package wenmai.indexer.extract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.jspecify.annotations.Nullable;
import wenmai.indexer.numbering.Labels;
import wenmai.indexer.numbering.ListLevel;
import wenmai.indexer.numbering.NumberedList;

/**
 * Copies the text of an OpenDocument file and puts the numbers that an office counts for its lists
 * and headings before their words (ODF 自动编号). Lists with signs in place of numbers stay as they
 * are. For one file.
 */
final class LabelledOdf {
  private static final XMLEventFactory EVENTS = XMLEventFactory.newDefaultFactory();

  /** What there is to number, as it shows in the bytes. */
  private static final Pattern NUMBERED = Pattern.compile("<text:(?:list|h)[ >]");

  /** What stands in a list without being of it. */
  private static final Set<String> APART = Set.of("text-box", "note-body", "annotation", "table");

  private static final String OUTLINE = "outline";

  private final OdfLists lists;
  private final Labels labels = new Labels();
  private final Deque<Deque<Level>> contexts = new ArrayDeque<>();
  private final Map<String, String> counters = new HashMap<>();
  private @Nullable Level last;
  private int begun;
  private boolean any;
  private boolean inNumber;

  /** What waits for the words of the paragraph it stands before. */
  private String waiting = "";

  /** The same of paragraphs around a box or a note that is open. */
  private final Deque<String> around = new ArrayDeque<>();

  private LabelledOdf(OdfLists lists) {
    this.lists = lists;
    contexts.push(new ArrayDeque<>());
  }

  /** A list that is open: its style, whose numbers it counts, and whether an item has begun. */
  private static final class Level {
    private final String style;
    private final String counter;
    private boolean begins;
    private @Nullable Integer start;

    Level(String style, String counter) {
      this.style = style;
      this.counter = counter;
    }
  }

  /**
   * The same text with its numbers, if it has any.
   *
   * @param styles of the whole document
   */
  static Optional<byte[]> of(byte[] content, byte[] styles) throws XMLStreamException {
    if (!NUMBERED.matcher(new String(content, StandardCharsets.ISO_8859_1)).find()) {
      return Optional.empty();
    }
    OdfLists lists = OdfLists.of(styles.length == 0 ? List.of(content) : List.of(styles, content));
    if (!lists.number()) {
      return Optional.empty();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
    LabelledOdf text = new LabelledOdf(lists);
    text.copy(content, out);
    return text.any ? Optional.of(out.toByteArray()) : Optional.empty();
  }

  private void copy(byte[] content, ByteArrayOutputStream out) throws XMLStreamException {
    XMLEventReader in = SafeXml.factory().createXMLEventReader(new ByteArrayInputStream(content));
    XMLEventWriter writer =
        XMLOutputFactory.newDefaultFactory()
            .createXMLEventWriter(out, StandardCharsets.UTF_8.name());
    while (in.hasNext()) {
      XMLEvent event = in.nextEvent();
      if (event.isStartElement()) {
        start(event.asStartElement());
      } else if (event.isEndElement()) {
        end(event.asEndElement().getName().getLocalPart());
      } else if (event.isCharacters() && inNumber) {
        continue; // what an office had counted when it wrote the file
      } else if (event.isCharacters() && !event.asCharacters().getData().isBlank()) {
        if (!waiting.isEmpty()) {
          any = true;
          writer.add(EVENTS.createCharacters(waiting));
        }
        waiting = "";
      }
      if (!event.isStartDocument()) {
        writer.add(event);
      }
    }
    writer.flush();
  }

  private void start(StartElement element) {
    String name = element.getName().getLocalPart();
    Deque<Level> open = contexts.element();
    if (APART.contains(name)) {
      contexts.push(new ArrayDeque<>());
      around.push(waiting);
      waiting = "";
    } else if (name.equals("list")) {
      open.push(list(element, open.peek()));
    } else if (name.equals("list-item") && !open.isEmpty()) {
      open.element().begins = true;
      open.element().start = number(attribute(element, "start-value"));
    } else if (name.equals("number")) {
      inNumber = true;
    } else if (name.equals("p") || name.equals("h")) {
      waiting = label(element, open, name.equals("h"));
    }
  }

  private void end(String name) {
    if (APART.contains(name) && contexts.size() > 1) {
      contexts.pop();
      waiting = around.pop();
    } else if (name.equals("list") && !contexts.element().isEmpty()) {
      contexts.element().pop();
    } else if (name.equals("list-item") && !contexts.element().isEmpty()) {
      contexts.element().element().begins = false;
    } else if (name.equals("number")) {
      inNumber = false;
    } else if (name.equals("p") || name.equals("h")) {
      waiting = "";
    }
  }

  /** A list within another goes on with its style; one that continues another counts on. */
  private Level list(StartElement element, @Nullable Level outer) {
    String own = attribute(element, "style-name");
    String style = own == null && outer != null ? outer.style : own == null ? "" : own;
    String counter;
    String continued = attribute(element, "continue-list");
    if (outer != null) {
      counter = style.equals(outer.style) ? outer.counter : outer.counter + '/' + style;
    } else if (continued != null && counters.containsKey(continued)) {
      counter = counters.get(continued);
    } else if ("true".equals(attribute(element, "continue-numbering"))
        && last != null
        && last.style.equals(style)) {
      counter = last.counter;
    } else {
      counter = "list" + begun++;
    }
    String id = attribute(element, "id");
    if (id != null) {
      counters.put(id, counter);
    }
    Level level = new Level(style, counter);
    last = outer == null ? level : last;
    return level;
  }

  private String label(StartElement element, Deque<Level> open, boolean heading) {
    Level item = open.peek();
    if (item != null && item.begins && !lists.isOutline(item.style)) {
      item.begins = false;
      String style =
          item.style.isEmpty()
              ? lists.listOf(attribute(element, "style-name")).orElse("")
              : item.style;
      return lists
          .list(style)
          .map(levels -> next(item.counter, levels, open.size() - 1, item.start))
          .orElse("");
    }
    boolean inList = item != null && !lists.isOutline(item.style);
    return heading && !inList ? heading(element) : "";
  }

  private String heading(StartElement element) {
    Integer level = number(attribute(element, "outline-level"));
    Optional<String> list = lists.listOf(attribute(element, "style-name"));
    boolean own = list.isEmpty() || lists.isOutline(list.get());
    if ("true".equals(attribute(element, "is-list-header")) || !own) {
      return "";
    }
    Integer start =
        "true".equals(attribute(element, "restart-numbering"))
            ? Integer.valueOf(1)
            : number(attribute(element, "start-value"));
    return next(OUTLINE, lists.outline(), (level == null ? 1 : level) - 1, start);
  }

  /**
   * @param start where the numbers of this level begin anew, if they do
   */
  private String next(String counter, List<ListLevel> levels, int level, @Nullable Integer start) {
    Map<Integer, Integer> anew = start == null ? Map.of() : Map.of(level, start);
    String name = start == null ? counter : counter + '#' + begun++;
    return labels.next(name, new NumberedList(counter, levels, anew), level);
  }

  private static @Nullable Integer number(@Nullable String text) {
    return text != null && text.matches("\\d{1,6}") ? Integer.valueOf(text) : null;
  }

  private static @Nullable String attribute(StartElement element, String name) {
    for (Iterator<Attribute> i = element.getAttributes(); i.hasNext(); ) {
      Attribute attribute = i.next();
      if (attribute.getName().getLocalPart().equals(name)) {
        return attribute.getValue();
      }
    }
    return null;
  }
}
