package deskbell;

import deskbell.answering.Skills;
import deskbell.understanding.Interpreter;

/** Understanding that may own something. */
@FunctionalInterface
interface ClosableInterpreter extends Interpreter, AutoCloseable {
  /** What its model adds to answering. */
  default Skills skills() {
    return Skills.NONE;
  }

  @Override
  default void close() {}
}
