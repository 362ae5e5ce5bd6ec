package dev.parley.conversation;

/**
 * A file sent with a message; it stays where the chat service keeps it.
 *
 * @param url where to fetch it, or null
 * @param name the file's name, or null
 * @param mediaType RFC 6838 media type, or null
 * @param size in bytes, or null if unknown
 */
public record Attachment(String url, String name, String mediaType, Long size) {}
