package dev.parley.sandbox.login;

/**
 * A user that logged in.
 *
 * @param userId the user's id, 18 characters
 */
public record Session(String userId) {}
