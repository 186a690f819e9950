package wenmai.web.bench.peer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One pass of the JDK's StAX parser over the pages of an OFD package (GB/T 33190), keeping the
 * words in the order of the file: less than any library of OFD does.
 */
public final class BareOfd implements BareReader {
  private static final String DOCUMENT = "document.xml";

  private final XMLInputFactory factory;

  public BareOfd() {
    factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  @Override
  public String name() {
    return "StAX over the pages' XML";
  }

  @Override
  public int pages(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return places(zip).size();
    }
  }

  @Override
  public String text(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (String place : places(zip)) {
        Optional<ZipEntry> page = Optional.ofNullable(zip.getEntry(place));
        if (page.isPresent()) {
          each(zip, page.get(), "TextCode", xml -> text.append(xml.getElementText()).append('\n'));
        }
      }
    }
    return text.toString();
  }

  /** Where the contents of the pages stand. */
  private List<String> places(ZipFile zip) throws IOException {
    List<String> places = new ArrayList<>();
    for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
      String name = entry.getName();
      if (name.toLowerCase(Locale.ROOT).endsWith(DOCUMENT)) {
        String folder = name.substring(0, name.length() - DOCUMENT.length());
        each(
            zip,
            entry,
            "Page",
            xml -> {
              String at = xml.getAttributeValue(null, "BaseLoc");
              places.add(at.startsWith("/") ? at.substring(1) : folder + at);
            });
      }
    }
    return places;
  }

  private interface Element {
    void read(XMLStreamReader xml) throws XMLStreamException;
  }

  private void each(ZipFile zip, ZipEntry entry, String name, Element element) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(name)) {
          element.read(xml);
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
