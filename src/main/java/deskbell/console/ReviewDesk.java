package deskbell.console;

import deskbell.answering.BoundedWorker;
import deskbell.dialog.Flows;
import deskbell.knowledge.Editions;
import deskbell.knowledge.review.QuestionLog;
import deskbell.knowledge.review.UseLog;
import java.time.Clock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What editors look back and forth with on a node. Any thread.
 *
 * @param knownIntent true for the name of an intent that an article may answer
 * @param worker reads what was asked
 */
public record ReviewDesk(
    QuestionLog log,
    UseLog used,
    FlowLog ways,
    Supplier<Flows> flows,
    Reader reader,
    Trials trials,
    Editions editions,
    Predicate<String> knownIntent,
    BoundedWorker worker,
    ReviewSettings settings,
    Clock clock) {}
