package dev.parley.channel;

import java.time.Duration;

/**
 * The bounds of what channels take at once.
 *
 * @param eventsPerMinute what one token may send, at least 1
 * @param bytesInFlight bodies in memory at once, over all requests, at least 8 MiB so that a batch fits
 * @param streams WebSockets open at once, at least 1
 * @param streamThreads threads that store what comes by WebSocket, at least 1
 * @param loginWithin how long a WebSocket may stay without token
 * @param idle how long a WebSocket may say nothing, not even answer a ping
 * @param bodyWithin how long a request may take to send its body
 */
public record ChannelSettings(
        int eventsPerMinute,
        int bytesInFlight,
        int streams,
        int streamThreads,
        Duration loginWithin,
        Duration idle,
        Duration bodyWithin) {

    /** Bounds for a server with 300 MB of memory. */
    public static final ChannelSettings DEFAULTS = new ChannelSettings(
            600_000, 16 << 20, 100, 4, Duration.ofSeconds(10), Duration.ofSeconds(90), Duration.ofSeconds(30));

    public ChannelSettings {
        requireAtLeast(1, eventsPerMinute, "eventsPerMinute");
        requireAtLeast(ContentMode.BATCHED.mostBytes(), bytesInFlight, "bytesInFlight");
        requireAtLeast(1, streams, "streams");
        requireAtLeast(1, streamThreads, "streamThreads");
    }

    /** The same but for what one token may send. */
    public ChannelSettings withEventsPerMinute(int events) {
        return new ChannelSettings(events, bytesInFlight, streams, streamThreads, loginWithin, idle, bodyWithin);
    }

    /** The same but for how many WebSockets may be open. */
    public ChannelSettings withStreams(int most) {
        return new ChannelSettings(eventsPerMinute, bytesInFlight, most, streamThreads, loginWithin, idle, bodyWithin);
    }

    /** The same but for how long a WebSocket is waited for. */
    public ChannelSettings withPatience(Duration login, Duration silence) {
        return new ChannelSettings(eventsPerMinute, bytesInFlight, streams, streamThreads, login, silence, bodyWithin);
    }

    /** The same but for how long a body may take. */
    public ChannelSettings withBodyWithin(Duration most) {
        return new ChannelSettings(eventsPerMinute, bytesInFlight, streams, streamThreads, loginWithin, idle, most);
    }

    private static void requireAtLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", not " + value);
        }
    }
}
