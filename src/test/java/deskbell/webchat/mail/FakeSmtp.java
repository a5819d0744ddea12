package deskbell.webchat.mail;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A small SMTP server in memory, without TLS or sign-in. RFC 5321. */
public final class FakeSmtp {
  /** A mail as it came: its envelope and every line of header and body. */
  public record Mail(String from, List<String> to, List<String> lines) {
    public Mail {
      to = List.copyOf(to);
      lines = List.copyOf(lines);
    }
  }

  private final List<Mail> mails = new CopyOnWriteArrayList<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private final NetServer server;

  /** Listens on a free port. */
  public FakeSmtp(Vertx vertx) throws TimeoutException {
    server =
        vertx
            .createNetServer()
            .connectHandler(socket -> new Talk(socket).greet())
            .listen(0, "127.0.0.1")
            .await(10, TimeUnit.SECONDS);
  }

  /** What the setting says to reach it. */
  public String address() {
    return "smtp+plain://127.0.0.1:" + server.actualPort();
  }

  /** What was taken, oldest first. */
  public List<Mail> mails() {
    return List.copyOf(mails);
  }

  /** The lines of every connection outside mails, oldest first. */
  public List<String> commands() {
    return List.copyOf(commands);
  }

  /** The next so many recipients are refused for now. */
  public void refuse(int times) {
    refusals.set(times);
  }

  /** One connection. */
  private final class Talk {
    private final NetSocket socket;
    private String from = "";
    private List<String> to = new ArrayList<>();
    private List<String> lines = new ArrayList<>();
    private boolean data;

    Talk(NetSocket socket) {
      this.socket = socket;
      socket.handler(RecordParser.newDelimited("\r\n", line -> take(line.toString())));
    }

    void greet() {
      say("220 fake");
    }

    private void take(String line) {
      if (data) {
        body(line);
        return;
      }
      commands.add(line);
      if (line.startsWith("EHLO")) {
        say("250 fake");
      } else if (line.startsWith("MAIL FROM:")) {
        from = line.substring("MAIL FROM:".length());
        say("250 ok");
      } else if (line.startsWith("RCPT TO:")) {
        recipient(line.substring("RCPT TO:".length()));
      } else if (line.equals("DATA")) {
        data = true;
        say("354 go on");
      } else {
        say(line.equals("QUIT") ? "221 bye" : "250 ok");
      }
    }

    private void recipient(String address) {
      if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        say("450 " + address + " is busy");
      } else {
        to.add(address);
        say("250 ok");
      }
    }

    private void body(String line) {
      if (line.equals(".")) {
        data = false;
        mails.add(new Mail(from, to, lines));
        to = new ArrayList<>();
        lines = new ArrayList<>();
        say("250 taken");
      } else {
        lines.add(line);
      }
    }

    private void say(String line) {
      socket.write(line + "\r\n").onFailure(Throwable::printStackTrace);
    }
  }
}
