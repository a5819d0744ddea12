package deskbell.bench;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * Processor time that a server and its database have used until now.
 *
 * @param compiler what of the server's its compiler has worked
 * @param database with all its sessions
 */
record ProcessorTime(Duration server, Duration compiler, Duration database) {
  /** What has been used since. */
  ProcessorTime minus(ProcessorTime before) {
    return new ProcessorTime(
        server.minus(before.server),
        compiler.minus(before.compiler),
        database.minus(before.database));
  }

  /** What one process has used. */
  static Duration of(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** What a process and all below it have used. */
  static Duration ofAll(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .map(ProcessorTime::of)
        .reduce(Duration.ZERO, Duration::plus);
  }
}
