package deskbell.neural;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * The native engine, opened once a process. Its code comes out of jars on the class path and is
 * unpacked into the user's cache; the network is never touched. Any thread.
 */
public final class Torch {
  private static final Engine ENGINE = open();

  private Torch() {}

  private static Engine open() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
    return Engine.getEngine("PyTorch");
  }

  /** A new outermost scope for native arrays, which are freed when it closes. */
  public static NDManager scope() {
    return ENGINE.newBaseManager();
  }

  /** How many threads one operation may use, in the whole process. */
  public static void threads(int count) {
    JniUtils.setNumThreads(count);
  }

  /** Where dropout's random numbers go on from. */
  public static void seed(int seed) {
    ENGINE.setRandomSeed(seed);
  }

  /** Stops recording what gradients need on this thread, whose arrays nobody will derive. */
  public static void forgetGradients() {
    JniUtils.setGradMode(false);
  }

  /** The engine and its version, for reports. */
  public static String version() {
    return ENGINE.getEngineName() + " " + ENGINE.getVersion();
  }
}
