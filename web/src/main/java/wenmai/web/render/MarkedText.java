package wenmai.web.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import wenmai.corpus.text.Span;

/**
 * A text with its links, hits and evidence, of which stretches can be printed as HTML. Stretches
 * are asked for in order and do not overlap. A link encloses what stands in it; whatever else
 * overlaps is cut at every border, so that the markup always nests.
 */
final class MarkedText {
  private record Linked(Span span, Annotations.Link link) {}

  private record Pointed(Span span, String id) {}

  private final String text;
  private final List<Linked> links;
  private final List<Span> hits;
  private final Optional<Span> at;
  private final List<Pointed> evidence;
  private final Set<String> printed = new HashSet<>();
  private int link;
  private int hit;

  private MarkedText(
      String text, List<Linked> links, List<Span> hits, Optional<Span> at, List<Pointed> evidence) {
    this.text = text;
    this.links = links;
    this.hits = hits;
    this.at = at;
    this.evidence = evidence;
  }

  static MarkedText of(String text, Annotations annotations) {
    DocumentBody.Utf16 utf16 = new DocumentBody.Utf16(text);
    List<Linked> links = new ArrayList<>();
    annotations.links().stream()
        .sorted(Comparator.comparing(Annotations.Link::span))
        .forEach(link -> {
          Span span = utf16.at(link.span());
          if (links.isEmpty() || links.getLast().span().end() <= span.start()) {
            links.add(new Linked(span, link));
          }
        });
    return new MarkedText(
        text,
        links,
        annotations.hits().stream().map(utf16::at).toList(),
        annotations.at().map(utf16::at),
        annotations.evidence().stream()
            .distinct()
            .sorted()
            .map(span -> new Pointed(utf16.at(span), Annotations.evidenceId(span)))
            .toList());
  }

  void append(Span line, StringBuilder html) {
    List<Linked> linksHere = new ArrayList<>();
    while (link < links.size() && links.get(link).span().start() < line.end()) {
      if (links.get(link).span().end() > line.start()) {
        linksHere.add(links.get(link));
      }
      if (links.get(link).span().end() > line.end()) {
        break; // it goes on in the next line
      }
      link++;
    }
    int at = line.start();
    for (Linked each : linksHere) {
      int from = Math.max(at, each.span().start());
      int to = Math.min(line.end(), each.span().end());
      appendPlain(Span.of(at, from), html);
      appendLink(Span.of(from, to), each.link(), html);
      at = to;
    }
    appendPlain(Span.of(at, line.end()), html);
  }

  private void appendLink(Span stretch, Annotations.Link link, StringBuilder html) {
    String preview =
        link.preview().isEmpty() ? "" : " data-preview=\"" + Html.escape(link.preview()) + "\"";
    String id = idOnce(Annotations.evidenceId(link.span()));
    if (link.href().isEmpty()) {
      html.append("<span class=\"wanted\"").append(id).append(preview).append('>');
      appendPlain(stretch, html);
      html.append("</span>");
    } else {
      html.append("<a class=\"cite\"").append(id).append(preview);
      html.append(" href=\"").append(Html.escape(link.href())).append("\">");
      appendPlain(stretch, html);
      html.append("</a>");
    }
  }

  /** Text with its hits and evidence, cut where one of them begins or ends. */
  private void appendPlain(Span stretch, StringBuilder html) {
    while (hit < hits.size() && hits.get(hit).end() <= stretch.start()) {
      hit++;
    }
    Set<Integer> borders = new TreeSet<>();
    for (int i = hit; i < hits.size() && hits.get(i).start() < stretch.end(); i++) {
      addBorders(hits.get(i), stretch, borders);
    }
    at.ifPresent(span -> addBorders(span, stretch, borders));
    evidence.forEach(pointed -> addBorders(pointed.span(), stretch, borders));
    int from = stretch.start();
    for (int border : borders) {
      appendPiece(Span.of(from, border), html);
      from = border;
    }
    appendPiece(Span.of(from, stretch.end()), html);
  }

  private static void addBorders(Span span, Span stretch, Set<Integer> borders) {
    if (span.overlaps(stretch)) {
      borders.add(Math.max(span.start(), stretch.start()));
      borders.add(Math.min(span.end(), stretch.end()));
    }
  }

  private void appendPiece(Span piece, StringBuilder html) {
    if (piece.isEmpty()) {
      return;
    }
    int open = 0;
    for (Pointed pointed : evidence) {
      if (pointed.span().contains(piece)) {
        html.append("<span class=\"ev\"");
        html.append(idOnce(pointed.id())).append('>');
        open++;
      }
    }
    String mark = openMark(piece, html);
    html.append(Html.escape(piece.in(text))).append(mark).append("</span>".repeat(open));
  }

  /** Opens the mark this piece stands in and says how to close it. */
  private String openMark(Span piece, StringBuilder html) {
    if (at.filter(span -> span.contains(piece)).isPresent()) {
      html.append("<mark class=\"at\"").append(idOnce("at")).append('>');
      return "</mark>";
    }
    for (int i = hit; i < hits.size() && hits.get(i).start() < piece.end(); i++) {
      if (hits.get(i).contains(piece)) {
        html.append("<mark").append(idOnce("hit-" + (i + 1))).append('>');
        return "</mark>";
      }
    }
    return "";
  }

  /** Of a place that is printed in pieces, the first carries its id. */
  private String idOnce(String id) {
    return printed.add(id) ? " id=\"" + id + "\"" : "";
  }
}
