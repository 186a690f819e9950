package wenmai.indexer.extract;

import javax.xml.stream.XMLInputFactory;

/** How XML from strangers is read (安全的 XML): no DOCTYPE, no entities, nothing from outside. */
final class SafeXml {
  private SafeXml() {}

  static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }
}
