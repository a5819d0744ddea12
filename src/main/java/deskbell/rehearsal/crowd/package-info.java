/**
 * Shoppers without a plan: what they type is drawn from a written list, the flows' conversations
 * and the articles' questions, and the shop answers by chance. All chance comes from a seed.
 */
package deskbell.rehearsal.crowd;
