package deskbell;

import deskbell.conversation.DeskbellException;
import deskbell.conversation.Unavailable;
import deskbell.web.WebSettings;
import java.net.BindException;
import java.net.UnknownHostException;

/** Says why a server cannot listen, and which setting to change. */
final class Listening {
  private Listening() {}

  /** The failure as an operator can act on it. */
  static Throwable explained(Throwable failure, WebSettings web) {
    return switch (failure) {
      case DeskbellException ours -> ours;
      case BindException taken ->
          new Unavailable(
              "port %d of %s is taken or not to be had; choose another with --port"
                  .formatted(web.port(), web.host()),
              taken);
      case UnknownHostException unknown ->
          new Unavailable(
              "host is %s, which is no address of this machine; correct --host"
                  .formatted(web.host()),
              unknown);
      default ->
          web.tls().isPresent()
              ? new Unavailable(
                  "TLS cannot be spoken with --tls-certificate and --tls-key: "
                      + failure.getMessage(),
                  failure)
              : failure;
    };
  }
}
