package dev.parley.channel;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** What a chat service sends, as the tests of this package tell it. */
final class Samples {

    static final String ONE = "application/cloudevents+json";
    static final String MANY = "application/cloudevents-batch+json";
    static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private Samples() {}

    /** Ada asks something. */
    static String message(String id) {
        return event(
                id,
                "chat.message.posted",
                """
                {"id":"m-%s","author":{"role":"visitor","name":"Ada"},"text":"How much for 200 seats?"}"""
                        .formatted(id));
    }

    /** An event of conversation c-1 at the web site. */
    static String event(String id, String type, String data) {
        return """
                {"specversion":"1.0","id":"%s","source":"web","type":"%s","subject":"c-1",\
                "time":"2026-03-02T09:30:00Z","data":%s}"""
                .formatted(id, type, data);
    }

    static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
