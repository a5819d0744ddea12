package deskbell.bench;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What another JVM tells of itself: the memory it really uses, and its compiler's work. */
final class OtherJvm {
  private final String address;

  /** Attaches to a JVM of the same user on this machine. */
  OtherJvm(long pid) throws IOException {
    try {
      var machine = VirtualMachine.attach(Long.toString(pid));
      try {
        address = machine.startLocalManagementAgent();
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException refused) {
      throw new IOException("process " + pid + " cannot be attached to", refused);
    }
  }

  /** How long its compiler has worked until now; what it works on just now is not in it. */
  @SuppressWarnings("BanJNDI") // the address comes from the local attach API, not from a user
  Duration compiled() {
    try (var connector = JMXConnectorFactory.connect(new JMXServiceURL(address))) {
      var connection = connector.getMBeanServerConnection();
      var compiler = ManagementFactory.getPlatformMXBean(connection, CompilationMXBean.class);
      return Duration.ofMillis(compiler.getTotalCompilationTime());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** Bytes of heap in use after collecting garbage twice, and of direct buffers. */
  @SuppressWarnings("BanJNDI") // the address comes from the local attach API, not from a user
  long bytes() throws IOException {
    try (var connector = JMXConnectorFactory.connect(new JMXServiceURL(address))) {
      var connection = connector.getMBeanServerConnection();
      var memory = ManagementFactory.getPlatformMXBean(connection, MemoryMXBean.class);
      memory.gc();
      memory.gc();
      var direct =
          ManagementFactory.getPlatformMXBeans(connection, BufferPoolMXBean.class).stream()
              .filter(pool -> pool.getName().equals("direct"))
              .mapToLong(BufferPoolMXBean::getMemoryUsed)
              .sum();
      return memory.getHeapMemoryUsage().getUsed() + direct;
    }
  }
}
