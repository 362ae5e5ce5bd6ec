package dev.parley.channel;

import com.google.common.net.MediaType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The ways of CloudEvents over HTTP (HTTP Protocol Binding 1.0 section 3) in which events are taken. */
enum ContentMode implements BodyLimit {
    /** One event as a JSON object. */
    STRUCTURED("application/cloudevents+json", 1 << 20, 400_000),

    /** Any number of events as a JSON array. */
    BATCHED("application/cloudevents-batch+json", 8 << 20, 1_000_000);

    private final String mediaType;
    private final int mostBytes;
    private final int mostTokens;

    ContentMode(String mediaType, int mostBytes, int mostTokens) {
        this.mediaType = mediaType;
        this.mostBytes = mostBytes;
        this.mostTokens = mostTokens;
    }

    /**
     * The mode that a content type asks for.
     *
     * @param contentType the header's value, or null
     * @throws ProblemException 415 for every other type and for every charset but UTF-8
     */
    static ContentMode of(String contentType) {
        try {
            MediaType type = MediaType.parse(contentType == null ? "" : contentType.strip());
            for (ContentMode mode : values()) {
                if (type.withoutParameters().toString().equals(mode.mediaType)) {
                    requireUtf8(type.parameters().get("charset"));
                    return mode;
                }
            }
        } catch (IllegalArgumentException e) {
            throw unsupported();
        }
        throw unsupported();
    }

    @Override
    public int mostBytes() {
        return mostBytes;
    }

    /** The most JSON tokens in a body: what bounds the memory that many small values take. */
    int mostTokens() {
        return mostTokens;
    }

    @Override
    public Problem tooLong() {
        return Problem.of(
                413,
                "A body of " + mediaType + " may have at most " + mostBytes + " bytes. Send fewer events at once.");
    }

    private static void requireUtf8(List<String> charsets) {
        for (String charset : charsets) {
            if (!Charset.forName(charset).equals(StandardCharsets.UTF_8)) {
                throw unsupported();
            }
        }
    }

    private static ProblemException unsupported() {
        String detail =
                "Send one event as " + STRUCTURED.mediaType + " or several as " + BATCHED.mediaType + ", in UTF-8.";
        return Problem.of(415, detail).exception();
    }
}
