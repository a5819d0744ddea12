package deskbell;

import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code serve}: runs the server until it is told to stop. */
@Command(
    name = "serve",
    description = "Runs the server with all it needs.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @Mixin Settings settings = new Settings();
  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    SettingsSheet.inForce(spec.mixins().get("settings").options())
        .forEach(line -> LOG.info("setting {}", line));
    return 0;
  }
}
