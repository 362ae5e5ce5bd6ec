package dev.parley.sandbox.demo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * One written conversation, a line of {@code demo/conversations.jsonl}.
 *
 * @param id the {@code subject} of all its events
 * @param about what happens in it, in a line
 * @param source the channel it came in by, the {@code source} of all its events
 * @param expected what Parley should make of it
 * @param events CloudEvents without {@code specversion}; {@code time}, and {@code start} and {@code end} of a meeting,
 *     are ISO 8601 durations from the replay's start, so that the conversations are always recent
 */
record SampleConversation(String id, String about, String source, Expected expected, List<ObjectNode> events) {

    /**
     * Whom the conversation should be linked to; null where nobody.
     *
     * @param account the account's name
     * @param contact first and last name
     * @param lead {@code new}, or first and last name of the lead that exists
     * @param opportunity the opportunity's name
     */
    record Expected(String account, String contact, String lead, String opportunity) {}

    /** All sample conversations in the file's order. */
    static List<SampleConversation> all() {
        JsonMapper mapper = JsonMapper.builder().build();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SampleConversation.class.getResourceAsStream("/demo/conversations.jsonl")),
                StandardCharsets.UTF_8))) {
            return mapper.readerFor(SampleConversation.class)
                    .<SampleConversation>readValues(lines)
                    .readAll();
        } catch (IOException e) {
            throw new UncheckedIOException("demo/conversations.jsonl is not readable", e);
        }
    }
}
