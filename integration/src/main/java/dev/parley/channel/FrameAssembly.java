package dev.parley.channel;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;

/** Puts the fragments of a message together (RFC 6455 section 5.4), as long as it does not grow too long. */
final class FrameAssembly {

    private final int mostBytes;
    private Buffer message = Buffer.buffer();

    FrameAssembly(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * Adds a fragment of a text message.
     *
     * @return the whole message, if this was the last one, else null
     * @throws ProblemException 413 if the message is too long
     */
    byte[] add(WebSocketFrame fragment) {
        Buffer data = fragment.binaryData();
        if (message.length() + data.length() > mostBytes) {
            throw Problem.of(413, "A message may have at most " + mostBytes + " bytes.")
                    .exception();
        }
        message.appendBuffer(data);
        if (!fragment.isFinal()) {
            return null;
        }
        byte[] whole = message.getBytes();
        message = Buffer.buffer();
        return whole;
    }
}
