package deskbell.store;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Unavailable;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupFlushTest {
  private final List<Promise<Void>> begun = new ArrayList<>();
  private final GroupFlush flush =
      new GroupFlush(
          () -> {
            begun.add(Promise.promise());
            return begun.getLast().future();
          });

  @Test
  void those_who_come_during_a_flush_share_the_next_one() {
    var first = flush.flushed();
    var second = flush.flushed();
    var third = flush.flushed();
    assertThat(begun).hasSize(1);

    begun.get(0).complete();
    assertThat(first.succeeded()).isTrue();
    assertThat(second.isComplete()).isFalse();
    assertThat(begun).hasSize(2);

    begun.get(1).complete();
    assertThat(second.succeeded()).isTrue();
    assertThat(third.succeeded()).isTrue();
    assertThat(begun).hasSize(2);
  }

  @Test
  void a_flush_that_fails_fails_those_who_waited_for_it_alone() {
    var first = flush.flushed();
    var second = flush.flushed();
    begun.get(0).fail(new Unavailable("gone"));
    assertThat(first.cause()).hasMessage("gone");
    begun.get(1).complete();
    assertThat(second.succeeded()).isTrue();

    assertThat(flush.flushed().isComplete()).isFalse();
    assertThat(begun).hasSize(3);
  }
}
