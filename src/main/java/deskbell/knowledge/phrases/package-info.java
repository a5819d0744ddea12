/**
 * Training phrases in a Lucene index in memory: a text in, the phrases nearest to it out. Searching
 * is safe from any thread; nothing changes once it is built.
 */
package deskbell.knowledge.phrases;
