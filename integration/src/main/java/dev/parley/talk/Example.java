package dev.parley.talk;

/**
 * What the model learns from.
 *
 * @param features of the sentence
 * @param label number of its function
 * @param is whether it has that function, or is known only not to have it
 */
record Example(Sparse features, int label, boolean is) {}
