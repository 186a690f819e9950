package wenmai.corpus.engine.lucene;

import wenmai.corpus.engine.EngineRequest;
import wenmai.corpus.engine.SideValues;
import wenmai.corpus.engine.lucene.Snapshot.Place;

/** The orders hits can stand in (排序); ties are broken by id, articles of one document by place. */
final class Orders {
  private Orders() {}

  static Candidates.Order of(EngineRequest request, Snapshot snapshot) {
    return switch (request.sort()) {
      case RELEVANCE ->
          (left, leftScore, right, rightScore) -> {
            int byScore = Float.compare(rightScore, leftScore);
            return byScore != 0
                ? byScore
                : byId(snapshot.place(left), left, snapshot.place(right), right);
          };
      case OLDEST_FIRST -> byDay(snapshot, 1);
      case NEWEST_FIRST -> byDay(snapshot, -1);
      case MOST_CITED -> byCitations(snapshot, request.sideValues());
    };
  }

  private static Candidates.Order byDay(Snapshot snapshot, int direction) {
    return (left, leftScore, right, rightScore) -> {
      Place one = snapshot.place(left);
      Place other = snapshot.place(right);
      int first = one.day();
      int second = other.day();
      if (first != second) {
        boolean undated = first == SegmentColumns.UNDATED || second == SegmentColumns.UNDATED;
        // What has no date stands last in either direction.
        return undated
            ? Integer.compare(second, first)
            : direction * Integer.compare(first, second);
      }
      return byId(one, left, other, right);
    };
  }

  private static Candidates.Order byCitations(Snapshot snapshot, SideValues values) {
    return (left, leftScore, right, rightScore) -> {
      Place one = snapshot.place(left);
      Place other = snapshot.place(right);
      int most = Integer.compare(citedBy(snapshot, other, values), citedBy(snapshot, one, values));
      return most != 0 ? most : byId(one, left, other, right);
    };
  }

  private static int citedBy(Snapshot snapshot, Place place, SideValues values) {
    return snapshot.sides(place.leaf(), values).citedBy(place.ordinal());
  }

  private static int byId(Place one, int left, Place other, int right) {
    int byId =
        IdColumn.compare(
            one.columns().ids(), one.ordinal(), other.columns().ids(), other.ordinal());
    return byId != 0 ? byId : Integer.compare(left, right);
  }
}
