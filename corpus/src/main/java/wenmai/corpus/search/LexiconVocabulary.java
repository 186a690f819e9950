package wenmai.corpus.search;

import java.util.List;
import java.util.stream.Stream;
import wenmai.analyzers.lexicon.Lexicon;
import wenmai.analyzers.number.DigitForm;
import wenmai.corpus.engine.EngineQuery.Synonym;
import wenmai.corpus.engine.EngineView;

/**
 * The vocabulary of an installation: its lexicon, names of places, and words as the engine cuts
 * them.
 */
record LexiconVocabulary(
    Lexicon lexicon, LegalTerms legalTerms, RenamedPlaces places, EngineView view)
    implements Vocabulary {

  @Override
  public List<String> words(String run) {
    return view.words(run).stream().map(word -> run.substring(word.start(), word.end())).toList();
  }

  @Override
  public List<Synonym> synonyms(String run) {
    return Stream.concat(
            lexicon.synonyms().in(run).stream()
                .flatMap(found ->
                    found.instead().stream().map(instead -> new Synonym(found.typed(), instead))),
            places.synonyms(words(run)).stream())
        .toList();
  }

  @Override
  public List<Synonym> legal(String question) {
    return legalTerms.in(folded(question));
  }

  @Override
  public String inDigits(String run) {
    return DigitForm.of(lexicon.folding().fold(run)).text();
  }

  @Override
  public String folded(String run) {
    return lexicon.folding().fold(run).text();
  }
}
