/** Which sentences of an answer a question asks for. Pure but for the scorer that it asks. */
package deskbell.answering.excerpt;
