package deskbell.neural;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
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

  /** Stops recording what gradients need on this thread, whose arrays nobody will derive. */
  public static void forgetGradients() {
    JniUtils.setGradMode(false);
  }

  /** Records what gradients need on this thread. */
  public static void rememberGradients() {
    JniUtils.setGradMode(true);
  }

  /** Adds the gradients of a number to those of all weights that it came from; any thread. */
  public static void backward(NDArray number) {
    JniUtils.backward((PtNDArray) number, (PtNDArray) number.onesLike(), false, false);
  }

  /** The engine and its version, for reports. */
  public static String version() {
    return ENGINE.getEngineName() + " " + ENGINE.getVersion();
  }
}
