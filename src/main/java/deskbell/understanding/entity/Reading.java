package deskbell.understanding.entity;

import deskbell.conversation.Language;
import java.time.LocalDate;

/**
 * A text as finders read it.
 *
 * @param text normalised
 * @param today the day on which relative dates count
 */
record Reading(String text, Language language, LocalDate today) {}
