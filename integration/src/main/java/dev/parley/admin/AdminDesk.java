package dev.parley.admin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.parley.channel.EventReader;
import dev.parley.channel.Problem;
import dev.parley.channel.Secret;
import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.Receipt;
import dev.parley.conversation.Sources;
import dev.parley.delivery.Reconciliation;
import dev.parley.words.Sayings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Header;

/** Answers the admin's questions, as JSON. */
public final class AdminDesk {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Secret token;
    private final Parts parts;
    private final LaidAside laidAside;
    private final EventReader reader;
    private final ConversationViews views;
    private final StatusBoard board;

    private AdminDesk(
            String token, Parts parts, LaidAside laidAside, ConversationViews views, StatusBoard board, Clock clock) {
        this.token = Secret.of(token);
        this.parts = parts;
        this.laidAside = laidAside;
        this.reader = new EventReader(clock);
        this.views = views;
        this.board = board;
    }

    static AdminDesk of(Settings settings, Parts parts, Sources sources, LaidAside laidAside, Clock clock) {
        return new AdminDesk(
                settings.secret("admin.token"),
                parts,
                laidAside,
                new ConversationViews(parts, settings.url("crm.url")),
                new StatusBoard(parts, laidAside, sources, Parts.modes(settings)),
                clock);
    }

    /** Lets the admin in. */
    public void admit(@Header("Authorization") String authorization) {
        if (!token.matches(Secret.shown(authorization))) {
            throw Problem.of(401, "Send the admin token as 'Authorization: Bearer …'.")
                    .exception();
        }
    }

    /** {@code GET /v1/conversations/{source}/{id}}; in English where there are no words in {@code lang}. */
    public String show(@Header("source") String source, @Header("id") String id, @Header("lang") String language) {
        return json(views.of(new ConversationKey(source, id), Sayings.orEnglish(language))
                .orElseThrow(() -> Problem.of(404, "No conversation of this source has this id.")
                        .exception()));
    }

    /** {@code GET /v1/status}. */
    public String status() {
        return json(board.status());
    }

    /** {@code GET /v1/dead-letters}. */
    public String deadLetters() {
        return json(laidAside.list().toList());
    }

    /** {@code POST /v1/dead-letters/{id}/replay}: by the mapping files as they stand in the folder, mended just now. */
    public String replay(@Header("id") String id) {
        parts.versioning().changes().catchUp();
        return json(found(laidAside.replay(id)));
    }

    /** {@code POST /v1/dead-letters/{id}/discard}. */
    public String discard(@Header("id") String id) {
        return json(found(laidAside.discard(id)));
    }

    /** {@code POST /v1/backfill}: history, taken as any events are; {@code create} treats it as if it were new. */
    public String backfill(
            @Body byte[] body, @Header("Content-Type") String contentType, @Header("create") Boolean create) {
        List<ChatEvent> events = reader.read(body, contentType);
        Receipt receipt = Boolean.TRUE.equals(create)
                ? parts.conversations().receiveAsNew(events)
                : parts.conversations().receive(events);
        return json(Map.of("accepted", receipt.accepted(), "duplicates", receipt.duplicates()));
    }

    /** {@code POST /v1/reconcile}. */
    public String reconcile(@Header("since") String since, @Header("repair") Boolean repair) {
        Reconciliation proof = parts.reconciliation();
        Instant from = since == null ? Instant.EPOCH : Since.of(since);
        return json(CrmAnswers.or503(() -> proof.prove(from, Boolean.TRUE.equals(repair))));
    }

    private static Object found(Optional<?> letter) {
        return letter.map(Object.class::cast)
                .orElseThrow(() -> Problem.of(404, "There is no such dead letter; it may have been replayed.")
                        .exception());
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written as JSON", e);
        }
    }
}
