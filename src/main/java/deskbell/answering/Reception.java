package deskbell.answering;

import deskbell.handoff.Hours;
import io.vertx.core.Future;
import java.util.function.Supplier;

/** Whether people are there for shoppers who want one. Where only hours are known, they are. */
@FunctionalInterface
public interface Reception {
  /** When they are there, as it holds now. */
  Hours hours();

  /** Whether somebody is at the desk this moment. */
  default Future<Boolean> attended() {
    return Future.succeededFuture(true);
  }

  /** A desk with hours where people come and go. */
  static Reception of(Supplier<Hours> hours, Supplier<Future<Boolean>> attended) {
    return new Reception() {
      @Override
      public Hours hours() {
        return hours.get();
      }

      @Override
      public Future<Boolean> attended() {
        return attended.get();
      }
    };
  }
}
