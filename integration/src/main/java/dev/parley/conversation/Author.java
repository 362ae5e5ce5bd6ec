package dev.parley.conversation;

/**
 * Who wrote a message.
 *
 * @param role what they are in the conversation
 * @param id the chat service's id of them, or null
 * @param name shown name, or null
 */
public record Author(Role role, String id, String name) {}
