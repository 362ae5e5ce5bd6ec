package dev.parley.qualification;

/**
 * Somebody whom a visitor names as one to talk to.
 *
 * @param name as it was written, or null
 * @param email their address, or null where only their number was said
 * @param phone in E.164, or null; one of the two is there
 * @param company as it was written, or null
 * @param message the message that names them
 * @param quote the sentence with their address or number
 */
public record Recommended(String name, String email, String phone, String company, String message, String quote) {}
