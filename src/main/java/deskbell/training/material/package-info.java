/**
 * Written material that more than intents is learnt from: patterns of follow-up questions, and
 * short replies to questions about articles. Files in, pairs out; pure after reading.
 */
package deskbell.training.material;
