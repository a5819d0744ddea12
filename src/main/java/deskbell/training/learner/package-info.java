/**
 * Measures how well the learner learns on public data: voters trained on a train part, everything
 * chosen on a validation part, and the test part asked once. Blocks for minutes; files in, figures
 * out.
 */
package deskbell.training.learner;
