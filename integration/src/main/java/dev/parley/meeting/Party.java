package dev.parley.meeting;

/**
 * Who meets in a conversation.
 *
 * @param owner e-mail address of whom it belongs to, or null
 * @param language that they speak (BCP 47), or null
 */
public record Party(String owner, String language) {}
