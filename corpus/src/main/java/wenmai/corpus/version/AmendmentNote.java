package wenmai.corpus.version;

import java.time.LocalDate;
import java.util.Optional;
import wenmai.corpus.text.Quote;

/**
 * One dated step in the history of a text, as its 题注 tells it.
 *
 * @param date the day of the step; of an amendment the day it was adopted
 * @param body who did it, as printed, with the session: 云岭省第十三届人民代表大会常务委员会第十五次会议
 * @param decision the title of the amending decision, without 《》, where one is named
 * @param quote the words that tell of it
 */
public record AmendmentNote(
    LocalDate date,
    AmendmentEvent event,
    Optional<String> body,
    Optional<String> decision,
    Quote quote) {}
