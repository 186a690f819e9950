package wenmai.corpus.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a vote came to, as staff write it. */
class VoteResultTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "满意25票，基本满意3票，不满意0票，结果满意 | 满意25票，基本满意3票，不满意0票，结果满意",
        "赞成30，反对1，弃权2，通过 | 赞成30票，反对1票，弃权2票，结果通过",
        "农村饮水安全：满意20票，不满意3票 | 农村饮水安全：满意20票，不满意3票",
        "结果为基本满意 | 结果基本满意",
        "B类 | 结果B类",
        "未载明 | 未载明",
      })
  void whatIsWrittenIsPrintedAndReadAlike(String written, String printed) {
    Optional<VoteResult> read = VoteResult.parse(written);
    assertEquals(Optional.of(printed), read.map(VoteResult::toString));
    read.ifPresent(result -> assertEquals(read, VoteResult.parse(result.toString())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"满意二十票票", "很好", "满意3票，满意4票", "票3满意", "：", "满意99999999票"})
  void whatIsNoResultIsNone(String written) {
    assertEquals(Optional.empty(), VoteResult.parse(written));
  }
}
