/**
 * Fits what retrieval has learned: the topics of customers' words, the weights of ranking and the
 * calibration of confidence. Command line only; one thread.
 */
package deskbell.training.retrieval;
