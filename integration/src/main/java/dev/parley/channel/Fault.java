package dev.parley.channel;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer where, as a JSON pointer (RFC 6901) into the request's body; empty for the whole of it
 * @param detail what is wrong there, for people
 */
public record Fault(String pointer, String detail) {}
