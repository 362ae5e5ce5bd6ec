package dev.parley.sandbox.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The written conversations are many, varied and valid. */
class SampleConversationsTest {

    private static final List<SampleConversation> ALL = SampleConversation.all();

    @Test
    void thereAreEnoughOfThemInEveryLanguageAndFromEverySource() {
        assertThat(ALL).hasSizeGreaterThanOrEqualTo(48);
        Map<String, Long> languages = ALL.stream().collect(groupingBy(SampleConversationsTest::language, counting()));
        assertThat(languages).containsKeys("en", "sv", "de", "fa", "zh");
        assertThat(languages.values()).allMatch(conversations -> conversations >= 4);
        assertThat(ALL).extracting(SampleConversation::source).contains("website", "whatsapp", "community");
    }

    @Test
    void idsAreUniqueAndEveryEventSaysWhereItBelongs() {
        assertThat(ALL).extracting(SampleConversation::id).doesNotHaveDuplicates();
        assertThat(events()).extracting(event -> event.get("id").asText()).doesNotHaveDuplicates();
        assertThat(ALL).allSatisfy(conversation -> assertThat(conversation.events())
                .isNotEmpty()
                .allMatch(event -> conversation.id().equals(event.get("subject").asText()))
                .allMatch(event ->
                        conversation.source().equals(event.get("source").asText())));
    }

    @Test
    void everyEventIsValid() {
        assertThat(events()).allSatisfy(event -> assertThat(EventRules.broken(event))
                .as("event %s", event.path("id").asText())
                .isEmpty());
    }

    @Test
    void everyConversationLiesInTheLastTwentyHoursAndRunsForward() {
        assertThat(ALL).allSatisfy(conversation -> {
            List<Duration> times = conversation.events().stream()
                    .map(event -> Duration.parse(event.get("time").asText()))
                    .toList();
            assertThat(times).isSorted().allMatch(Duration::isNegative);
            assertThat(times.get(0)).isGreaterThan(Duration.ofHours(-20));
        });
    }

    @Test
    void meetingsLieAheadAndEndAfterTheyStart() {
        assertThat(ofType("meeting.booked")).isNotEmpty().allSatisfy(event -> {
            Duration start = Duration.parse(event.at("/data/start").asText());
            assertThat(start).isPositive();
            assertThat(Duration.parse(event.at("/data/end").asText())).isGreaterThan(start);
        });
    }

    @Test
    void editsAndDeletionsPointAtAMessageOfTheirConversation() {
        assertThat(ALL).allSatisfy(conversation -> {
            Set<String> posted = new HashSet<>();
            for (JsonNode event : conversation.events()) {
                String message = event.at("/data/id").asText();
                switch (event.get("type").asText()) {
                    case "chat.message.posted" -> assertThat(posted.add(message))
                            .isTrue();
                    case "chat.message.edited", "chat.message.deleted" -> assertThat(posted)
                            .contains(message);
                    default -> {}
                }
            }
        });
    }

    @Test
    void chatsGoAllTheWaysThatChatsGo() {
        assertThat(conversationsWith(data("/reason", "transfer"))).hasSizeGreaterThanOrEqualTo(3);
        assertThat(conversationsWith(data("/reason", "dropped"))).isNotEmpty();
        assertThat(conversationsWith(data("/reason", "out-of-hours"))).isNotEmpty();
        assertThat(conversationsWith(data("/author/role", "bot"))).hasSizeGreaterThanOrEqualTo(4);
        assertThat(conversationsWith(data("/author/role", "peer"))).hasSizeGreaterThanOrEqualTo(2);
        assertThat(conversationsWith(data("/private", "true"))).isNotEmpty();
        assertThat(conversationsWith(event -> event.at("/data/attachments").size() > 0))
                .isNotEmpty();
        for (String type : List.of(
                "chat.form.submitted",
                "chat.visitor.identified",
                "chat.message.edited",
                "chat.message.deleted",
                "chat.rating.given",
                "chat.callback.requested")) {
            assertThat(ofType(type)).as(type).isNotEmpty();
        }
    }

    @Test
    void someAreLongSomeAreShortAndOneIsAnOpenedWidget() {
        List<Long> lengths = ALL.stream().map(SampleConversationsTest::messages).toList();
        assertThat(lengths).filteredOn(length -> length >= 10).hasSizeGreaterThanOrEqualTo(10);
        assertThat(lengths).filteredOn(length -> length >= 3 && length < 10).hasSizeGreaterThanOrEqualTo(20);
        assertThat(lengths).filteredOn(length -> length == 0).hasSize(1);
    }

    @Test
    void oneVisitorComesTwice() {
        Map<String, Long> visits = ofType("chat.conversation.started").stream()
                .collect(groupingBy(event -> event.at("/data/visitor/id").asText(), counting()));
        assertThat(visits.values()).filteredOn(count -> count == 2).hasSize(1);
    }

    private static List<ObjectNode> events() {
        return ALL.stream()
                .flatMap(conversation -> conversation.events().stream())
                .toList();
    }

    private static List<ObjectNode> ofType(String type) {
        return events().stream()
                .filter(event -> type.equals(event.get("type").asText()))
                .toList();
    }

    private static List<SampleConversation> conversationsWith(Predicate<ObjectNode> event) {
        return ALL.stream()
                .filter(conversation -> conversation.events().stream().anyMatch(event))
                .toList();
    }

    private static Predicate<ObjectNode> data(String pointer, String value) {
        return event -> value.equals(event.get("data").at(pointer).asText());
    }

    private static long messages(SampleConversation conversation) {
        return conversation.events().stream()
                .filter(event -> "chat.message.posted".equals(event.get("type").asText()))
                .count();
    }

    private static String language(SampleConversation conversation) {
        String locale = conversation.events().get(0).at("/data/locale").asText();
        return Locale.forLanguageTag(locale).getLanguage();
    }
}
