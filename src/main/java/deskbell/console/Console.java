package deskbell.console;

import deskbell.console.account.AccountSettings;
import deskbell.console.account.Accounts;
import deskbell.console.account.SignIns;
import deskbell.conversation.Events;
import deskbell.handoff.Desk;
import deskbell.handoff.Transcripts;
import deskbell.web.AddressLimit;
import deskbell.web.Audience;
import deskbell.web.Metrics;
import deskbell.web.Site;
import java.time.Clock;

/** What the desk's edges share on a node. Any thread. */
public final class Console implements AutoCloseable {
  private final Site site;
  private final Events events;
  private final Metrics metrics;
  private final SignIns signIns;
  private final Accounts accounts;
  private final Desk desk;
  private final Transcripts transcripts;
  private final Workplace workplace;
  private final AccountSettings accountSettings;
  private final DeskSettings settings;
  private final Clock clock;
  private final Audience audience;
  private final QueueWatch queue;
  private final AddressLimit sockets;

  /** Subscribes to the events at once. */
  public Console(
      Site site,
      Events events,
      Metrics metrics,
      SignIns signIns,
      Accounts accounts,
      Desk desk,
      Transcripts transcripts,
      Workplace workplace,
      AccountSettings accountSettings,
      DeskSettings settings,
      Clock clock) {
    this.site = site;
    this.events = events;
    this.metrics = metrics;
    this.signIns = signIns;
    this.accounts = accounts;
    this.desk = desk;
    this.transcripts = transcripts;
    this.workplace = workplace;
    this.accountSettings = accountSettings;
    this.settings = settings;
    this.clock = clock;
    audience = new Audience(events);
    queue = new QueueWatch(events);
    sockets = new AddressLimit(settings.socketsPerAccount());
  }

  Site site() {
    return site;
  }

  Events events() {
    return events;
  }

  Metrics metrics() {
    return metrics;
  }

  SignIns signIns() {
    return signIns;
  }

  Accounts accounts() {
    return accounts;
  }

  Desk desk() {
    return desk;
  }

  Transcripts transcripts() {
    return transcripts;
  }

  Workplace workplace() {
    return workplace;
  }

  AccountSettings accountSettings() {
    return accountSettings;
  }

  DeskSettings settings() {
    return settings;
  }

  Clock clock() {
    return clock;
  }

  /** Who watches which conversation. */
  Audience audience() {
    return audience;
  }

  /** Who wants to hear of the queue. */
  QueueWatch queue() {
    return queue;
  }

  /** Open sockets by account. */
  AddressLimit sockets() {
    return sockets;
  }

  /** Ends the subscriptions. */
  @Override
  public void close() {
    audience.close();
    queue.close();
  }
}
