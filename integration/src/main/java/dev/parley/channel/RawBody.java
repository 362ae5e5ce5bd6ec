package dev.parley.channel;

import java.time.Instant;

/**
 * What a service sent, as it came and once it was known to come from it.
 *
 * @param source the channel's name, 1 to 79 characters
 * @param mediaType of the bytes, at most 255 characters; {@code application/octet-stream} where it is not known
 * @param context what else is needed to read them, such as headers, as a JSON object; never null
 * @param bytes the whole of it
 * @param receivedAt when it arrived first
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and never changed
public record RawBody(String source, String mediaType, String context, byte[] bytes, Instant receivedAt) {

    /** Nothing of what people wrote. */
    @Override
    public String toString() {
        return "RawBody[source=" + source + ", mediaType=" + mediaType + ", " + bytes.length + " bytes]";
    }
}
