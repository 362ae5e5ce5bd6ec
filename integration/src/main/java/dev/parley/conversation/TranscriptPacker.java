package dev.parley.conversation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Packs messages into as few parts as will hold them, split between messages: a record of the CRM costs the same
 * whatever it holds. One message is one line of JSON; a text too long for a part is cut into pieces.
 */
final class TranscriptPacker {

    /** Salesforce's longest long text area is 131,072 characters. */
    static final int MOST_CHARACTERS = 131_072;

    /** Room for the keys, the id, the name and the attachments of a line, beside its text. */
    private static final int MOST_BESIDE_TEXT = 16_384;

    /** Keys, numbers and quotes of a piece, which come to that. */
    private static final int MOST_OF_A_PIECE = 100;

    private static final int MOST_OF_A_NAME = 255;

    private final int most;
    private final List<TranscriptPart> parts = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();
    private int sequence;
    private Position first;
    private Instant lastAt;

    /**
     * Makes one.
     *
     * @param kept how many parts stand before the first message to come
     * @param most characters in a part
     */
    TranscriptPacker(int kept, int most) {
        this.sequence = kept;
        this.most = most;
    }

    /** Adds the next message in the transcript's order. */
    TranscriptPacker add(MessageState message) {
        ObjectNode line = beside(message);
        String text = message.text() == null ? "" : message.text().value();
        String whole = Json.text(line.put("text", text));
        if (whole.length() < most) {
            line(message.posted(), whole);
        } else {
            pieces(message, line, text);
        }
        return this;
    }

    /** All parts, the last one closed. */
    List<TranscriptPart> parts() {
        close();
        return List.copyOf(parts);
    }

    private static ObjectNode beside(MessageState message) {
        Message post = message.post();
        ObjectNode line = Json.MAPPER.createObjectNode();
        line.put("id", message.id())
                .put("at", message.posted().time().toString())
                .put("role", post.author().role().word());
        put(line, "name", post.author().name());
        put(line, "author", post.author().id());
        put(line, "contentType", post.contentType());
        put(line, "canned", post.cannedReplyId());
        put(line, "replyTo", post.replyTo());
        if (message.edited()) {
            line.put("edited", true);
        }
        if (post.hidden()) {
            line.put("private", true);
        }
        return withAttachments(line, post);
    }

    private static ObjectNode withAttachments(ObjectNode line, Message post) {
        if (!post.attachments().isEmpty()) {
            ObjectNode all = line.deepCopy();
            all.set("attachments", Json.MAPPER.valueToTree(post.attachments()));
            if (Json.text(all).length() <= MOST_BESIDE_TEXT - MOST_OF_A_PIECE) {
                return all;
            }
            line.put("attachmentsLeftOut", post.attachments().size());
        }
        return line;
    }

    private static void put(ObjectNode line, String key, String value) {
        if (value != null && !value.isBlank()) {
            line.put(key, Bounded.shortened(value, MOST_OF_A_NAME));
        }
    }

    /**
     * The first piece says who and when; the others only what goes on. It opens a part of its own, so that a part's
     * first position tells whether it goes on with the message of the part before.
     */
    private void pieces(MessageState message, ObjectNode beside, String text) {
        close();
        List<String> pieces = cut(text, most - MOST_BESIDE_TEXT);
        for (int i = 0; i < pieces.size(); i++) {
            ObjectNode line = i == 0 ? beside.deepCopy() : Json.MAPPER.createObjectNode();
            line.put("id", message.id()).put("piece", i + 1).put("of", pieces.size());
            line(message.posted(), Json.text(line.put("text", pieces.get(i))));
        }
    }

    /** Cuts so that each piece is short enough once escaped as JSON, and never within a surrogate pair. */
    private static List<String> cut(String text, int room) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        int cost = 0;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            int price = Json.text(Character.toString(codePoint)).length() - 2;
            if (cost + price > room) {
                pieces.add(text.substring(from, at));
                from = at;
                cost = 0;
            }
            cost += price;
            at += Character.charCount(codePoint);
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    private void line(Position posted, String line) {
        if (body.length() > 0 && body.length() + 1 + line.length() > most) {
            close();
        }
        if (body.length() == 0) {
            first = posted;
        } else {
            body.append('\n');
        }
        body.append(line);
        lastAt = posted.time();
    }

    private void close() {
        if (body.length() > 0) {
            String text = body.toString();
            sequence++;
            parts.add(new TranscriptPart(sequence, first.encoded(), first.time(), lastAt, text, hash(text)));
            body.setLength(0);
        }
    }

    /** SHA-256 in hexadecimal. */
    static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
