package dev.parley.mail;

/**
 * A mail that one worker may send.
 *
 * @param mail what to send
 * @param owner the lease's name
 * @param failures how often it failed before
 */
record ClaimedMail(Mail mail, String owner, int failures) {}
