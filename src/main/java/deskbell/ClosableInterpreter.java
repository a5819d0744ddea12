package deskbell;

import deskbell.understanding.Interpreter;

/** Understanding that may own something. */
@FunctionalInterface
interface ClosableInterpreter extends Interpreter, AutoCloseable {
  @Override
  default void close() {}
}
