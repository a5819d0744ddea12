package deskbell.answering;

import deskbell.conversation.Choice;
import java.util.Optional;

/**
 * One way to take a message, comparable with every other by its calibrated confidence.
 *
 * @param topic the intent it serves; two readings of one topic are not worth asking about
 * @param label how a clarifying question would offer it; empty where it cannot be offered
 */
record Reading(Decision decision, double confidence, String topic, Optional<Choice> label) {}
