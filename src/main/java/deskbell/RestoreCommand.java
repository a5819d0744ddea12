package deskbell;

import deskbell.store.Restore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code restore FILE}: a backup brought back into an empty database. */
@Command(
    name = "restore",
    description = "Brings a backup back into an empty database.",
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
  @Mixin Settings settings = new Settings();
  @Spec CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the file that backup wrote")
  Path file;

  @Override
  public Integer call() {
    var rows = Restore.bring(settings.database(), file);
    spec.commandLine().getOut().println("restored " + rows + " rows from " + file);
    return 0;
  }
}
