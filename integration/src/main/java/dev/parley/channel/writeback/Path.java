package dev.parley.channel.writeback;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Parts of addresses. */
final class Path {

    private Path() {}

    /** An id that came from outside leads nowhere else. */
    static String segment(String id) {
        if (!id.matches("[A-Za-z0-9_-]{1,100}")) {
            throw WriteTrouble.ofOne("its conversation's id is none of the service's");
        }
        return id;
    }

    static String query(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
