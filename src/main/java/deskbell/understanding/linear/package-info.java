/**
 * The linear n-gram voter: features, weights in eight bits, calibrated probabilities. Pure; any
 * thread.
 */
package deskbell.understanding.linear;
