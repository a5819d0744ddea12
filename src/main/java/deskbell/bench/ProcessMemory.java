package deskbell.bench;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Memory that another JVM really uses: heap after a collection, and direct buffers. */
final class ProcessMemory {
  private final String address;

  /** Attaches to a JVM of the same user on this machine. */
  ProcessMemory(long pid) throws IOException {
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

  /** Bytes in use after collecting garbage twice. */
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
