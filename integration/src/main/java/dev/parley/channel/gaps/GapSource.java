package dev.parley.channel.gaps;

import java.net.URI;

/**
 * A service that can be asked for what it dropped.
 *
 * @param name the source's name
 * @param url where its REST API begins; requests go below it
 * @param token proves that Parley may ask
 */
public record GapSource(String name, URI url, String token) {

    /** An address below the API's. */
    URI at(String path) {
        String base = url.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + path);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "GapSource[" + name + "]";
    }
}
