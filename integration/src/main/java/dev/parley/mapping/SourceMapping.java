package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.mapping.SourceTranslation.Failure;
import dev.parley.mapping.SourceTranslation.Made;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One source file, compiled. Immutable; many threads may translate at once. */
public final class SourceMapping {
    private final YamlFile file;
    private final String name;
    private final Verification verification;
    private final ChallengeMapping challenge;
    private final GapMapping gaps;
    private final List<SourceEvent> events;
    private final Set<String> parts;

    SourceMapping(
            YamlFile file,
            String name,
            Verification verification,
            ChallengeMapping challenge,
            GapMapping gaps,
            List<SourceEvent> events,
            Set<String> parts) {
        this.file = file;
        this.name = name;
        this.verification = verification;
        this.challenge = challenge;
        this.gaps = gaps;
        this.events = List.copyOf(events);
        this.parts = Set.copyOf(parts);
    }

    /** The source's name: that of the file. It is the source of every event it makes. */
    public String name() {
        return name;
    }

    /** The service's name, for people. */
    public String service() {
        return file.content().path("service").asText(name);
    }

    /** How to tell that a body comes from the service. */
    public Verification verification() {
        return verification;
    }

    /** How the body is written. */
    public BodyFormat body() {
        return file.content().path("body").asText().equals("form") ? BodyFormat.FORM : BodyFormat.JSON;
    }

    /** The HTTP status that the service counts as success, 200 to 299. */
    public int success() {
        return file.content().path("success").asInt(200);
    }

    /** How to ask the service for what its webhooks did not bring; empty where the file does not say. */
    public Optional<GapMapping> gaps() {
        return Optional.ofNullable(gaps);
    }

    /** Where a file of history holds its bodies: JSON pointers (RFC 6901) to lists; may be empty. */
    public Set<String> exports() {
        Set<String> pointers = new LinkedHashSet<>();
        file.content().path("exports").forEach(pointer -> pointers.add(pointer.asText()));
        return pointers;
    }

    /** Whether the service checks the address by a GET request. */
    public boolean hasChallenge() {
        return challenge != null;
    }

    /** Whether any event depends on the headers, or on the query, so that a kept body needs them too. */
    public boolean uses(String part) {
        return parts.contains(part);
    }

    /** Where the file begins. */
    public Place place() {
        return file.place("");
    }

    /**
     * Reads a GET request by which the service checks the address.
     *
     * @param scope an object with {@code headers} and {@code query}
     * @return empty if it is no such check, or cannot be read as one
     */
    public Optional<Challenge> challenge(JsonNode scope) {
        if (challenge == null) {
            return Optional.empty();
        }
        try {
            return challenge.read(new Scope(DossierMap.of(scope), new Allowance()));
        } catch (MappingFailed e) {
            return Optional.empty();
        }
    }

    /**
     * Translates what the service sent. The same delivery gives the same events, always.
     *
     * @param scope an object with {@code body}, {@code headers} (by name in lower case) and {@code query}
     * @param receivedAt when it arrived: the time of events that name none
     */
    public SourceTranslation translate(JsonNode scope, Instant receivedAt) {
        Map<String, Object> values = new LinkedHashMap<>(DossierMap.of(scope));
        values.put("received", receivedAt.toString());
        Scope seen = new Scope(values, Allowance.ofBody(values));
        Map<String, Made> made = new LinkedHashMap<>();
        List<Failure> failures = new ArrayList<>();
        for (SourceEvent entry : events) {
            try {
                entry.translate(name, seen, receivedAt, event -> add(made, event, entry));
            } catch (MappingFailed e) {
                failures.add(new Failure(e.place(), e.getMessage()));
            }
        }
        return new SourceTranslation(List.copyOf(made.values()), failures, file);
    }

    /** A service that says the same twice in one body has said it once; two things under one id would lose one. */
    private static void add(Map<String, Made> made, ObjectNode event, SourceEvent entry) {
        Made known = made.putIfAbsent(event.get("id").textValue(), new Made(event, entry.pointer()));
        if (known != null && !known.event().equals(event)) {
            throw new MappingFailed(entry.id().place(), "'id' is the same for two different events of one body");
        }
    }
}
