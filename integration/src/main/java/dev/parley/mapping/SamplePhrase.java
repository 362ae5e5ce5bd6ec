package dev.parley.mapping;

/**
 * A sentence that a file gives as an example.
 *
 * @param text as it stands there
 * @param place where
 */
public record SamplePhrase(String text, Place place) {}
