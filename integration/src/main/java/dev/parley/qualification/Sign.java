package dev.parley.qualification;

/**
 * A signal that a sentence shows.
 *
 * @param signal its name in the mapping files
 * @param quote the sentence, as it was written, at most {@value Sentence#LONGEST_QUOTE} characters
 */
public record Sign(String signal, String quote) {}
