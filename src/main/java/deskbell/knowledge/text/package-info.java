/**
 * From characters to terms: normal form, words, stems, synonyms, spelling. Everything here is a
 * pure function of its input; analysers keep per-thread buffers and may be called from any thread.
 */
package deskbell.knowledge.text;
