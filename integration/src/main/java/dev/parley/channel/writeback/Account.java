package dev.parley.channel.writeback;

import java.net.URI;

/**
 * A chat service that is told what becomes of its conversations.
 *
 * @param source the source's name
 * @param url where its REST API begins; requests go below it
 * @param token proves that Parley may write
 */
public record Account(String source, URI url, String token) {

    /** An address below the API's. */
    URI at(String path) {
        String base = url.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + path);
    }

    /** How a setting of it is called. */
    String setting(String name) {
        return "source." + source + "." + name;
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Account[" + source + "]";
    }
}
