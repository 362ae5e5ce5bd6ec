package dev.parley.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Facts;
import dev.parley.mapping.WorkCalendar;
import dev.parley.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A promise of service that was not kept, as the conversation's events tell it.
 *
 * @param kind {@code firstResponse}, {@code waiting} or {@code accept}
 * @param promise its name in the file
 * @param hours name of the calendar by which working time is counted
 * @param within what was promised, in working time
 * @param since from when on somebody waited
 * @param late by how much it was missed, in working time; null while they still wait, none if it was kept after all
 */
public record Breach(String kind, String promise, String hours, Duration within, Instant since, Duration late) {

    /** Most characters of what people read: as many as the field of the record takes. */
    static final int LONGEST = 255;

    /** Those of a conversation, one of a kind at most: the last. The longest ago comes first. */
    public static List<Breach> of(Conversation conversation) {
        return conversation.family(Facts.BREACH).values().stream()
                .map(Breach::read)
                .sorted(Comparator.comparing(Breach::since))
                .toList();
    }

    /** Whether somebody waits still for what was not kept. */
    static boolean isAnyOpen(Conversation conversation) {
        return of(conversation).stream().anyMatch(Breach::isOpen);
    }

    private static Breach read(JsonNode said) {
        return new Breach(
                said.path("kind").asText(),
                said.path("promise").asText(),
                said.path("hours").asText(WorkCalendar.ALWAYS),
                Duration.parse(said.path("within").asText()),
                Instant.parse(said.path("since").asText()),
                said.has("late") ? Duration.parse(said.path("late").asText()) : null);
    }

    boolean isOpen() {
        return late == null;
    }

    /** The same wait, now that it is over. */
    Breach endedAfter(Duration waited) {
        Duration over = waited.minus(within);
        return new Breach(kind, promise, hours, within, since, over.isNegative() ? Duration.ZERO : over);
    }

    /** Whether somebody had answered in time, which was heard only later. */
    boolean isKept() {
        return late != null && late.isZero();
    }

    /** Those that count for people, the newest first, as many as fit in whole; empty if none does. */
    public static String text(List<Breach> breaches) {
        return breaches.stream()
                .filter(breach -> !breach.isKept())
                .sorted(Comparator.comparing(Breach::since).reversed())
                .map(Breach::text)
                .reduce((newer, older) -> newer.length() + older.length() + 2 > LONGEST ? newer : newer + "; " + older)
                .orElse("");
    }

    /** For the record: which promise, and by how much, in English. */
    public String text() {
        return text(Words.of(Breach.class, List.of()), since.toString());
    }

    /** The same in the words of who reads it. */
    String text(Words words, String shownSince) {
        String what =
                words.of(isAfterTheFirst() ? "breach." + kind : "breach.firstResponse", length(words, within), promise);
        return late == null
                ? words.of("breach.notYet", what, shownSince)
                : words.of("breach.late", what, length(words, late));
    }

    private boolean isAfterTheFirst() {
        return kind.equals("accept") || kind.equals("waiting");
    }

    private static String length(Words words, Duration time) {
        long minutes = Math.max(1, time.plusSeconds(59).toMinutes());
        return minutes < 60 ? words.of("minutes", minutes) : words.of("hours", minutes / 60, minutes % 60);
    }
}
