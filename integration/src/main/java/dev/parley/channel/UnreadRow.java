package dev.parley.channel;

import com.google.common.hash.Hashing;
import dev.parley.mapping.Place;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The row of a delivery that could not be read. */
@Entity
@Table(name = "unread_delivery")
class UnreadRow {

    private static final int LONGEST_TYPE = 255;
    private static final int LONGEST_PLACE = 400;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String source;

    /** SHA-256 of the bytes. */
    String digest;

    @Column(name = "received_at")
    Instant receivedAt;

    @Column(name = "media_type")
    String mediaType;

    String context;
    byte[] body;
    int size;
    String place;
    String reason;

    UnreadRow() {}

    UnreadRow(RawBody delivery) {
        source = delivery.source();
        digest = digest(delivery);
        receivedAt = delivery.receivedAt();
        mediaType = cut(delivery.mediaType(), LONGEST_TYPE);
        context = delivery.context();
        body = delivery.bytes();
        size = delivery.bytes().length;
    }

    static String digest(RawBody delivery) {
        return Hashing.sha256().hashBytes(delivery.bytes()).toString();
    }

    void failed(Place at, String why) {
        place = at == null ? null : cut(at.toString(), LONGEST_PLACE);
        reason = why;
    }

    RawBody delivery() {
        return new RawBody(source, mediaType, context, body, receivedAt);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
