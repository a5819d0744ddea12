package deskbell;

import deskbell.store.Backup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup FILE}: one consistent copy of the database, also while the server runs. */
@Command(
    name = "backup",
    description = "Writes all that the database holds to a new file; the server may run.",
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
  @Mixin Settings settings = new Settings();
  @Spec CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the file to write, such as deskbell.zip")
  Path file;

  @Override
  public Integer call() {
    var rows = Backup.take(settings.database(), file);
    spec.commandLine().getOut().println("backed up " + rows + " rows to " + file);
    return 0;
  }
}
