/** How good retrieval is: questions with the articles that should be found, and the figures. */
package deskbell.knowledge.quality;
