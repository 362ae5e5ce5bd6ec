package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A visitor waits longer than promised: it shows on the record and is told, once, and by how much once it is over. */
class ServiceLevelStoriesTest {
    @RegisterExtension
    static final Installation PARLEY = Installation.with("source.site.mode", "handoff");

    private static final String LEAD = "lead@service.example";
    private static final String ROUTING =
            """
            rules:
              - { name: nothing, when: 'qualification.score > 1000', offer: [team] }
            service:
              - { name: everybody, firstResponse: PT5M }
            escalation: { mail: lead@service.example }
            pools:
              team:
                sellers: [{ email: rut@service.example }]
            """;

    private final Org org = PARLEY.org();
    private final ChatService chats = PARLEY.chats();
    private ParleySays stream;

    @BeforeAll
    static void promises() throws IOException {
        Path mappings = PARLEY.plugin().home().resolve("mappings");
        MappingCopy.of(Plugin.project("mappings"), mappings);
        Files.writeString(mappings.resolve("routing.yaml"), ROUTING);
        PARLEY.plugin()
                .with(PARLEY.org().mailSettings())
                .restart("mappings.dir", mappings.toString().replace("\\", "\\\\"));
    }

    @BeforeEach
    void listen() {
        stream = new ParleySays(PARLEY.plugin());
    }

    @AfterEach
    void hangUp() {
        stream.close();
    }

    @Test
    void whoWaitsTooLongShowsOnTheRecordAndIsToldOnceAlsoAfterAKill() {
        Chat old = Chat.begun("service-old", Instant.now().minus(Duration.ofDays(2)))
                .started(visitor("old"))
                .visitor("Do you ship to Finland?");
        chats.post(old);
        Chat chat = Chat.begun("service-late", Instant.now().minus(Duration.ofMinutes(10)))
                .started(visitor("late"))
                .visitor("Do you ship to Finland, and what does it cost for a whole pallet?");
        chats.post(chat);
        JsonNode broken = stream.await(chat, "service.breached", 1);
        assertThat(broken.path("kind").asText()).isEqualTo("firstResponse");
        assertThat(broken.has("late")).isFalse();
        awaitBreach(chat, "To be first answered within 5 min of working time (everybody): not yet");
        await("the mail").atMost(Duration.ofMinutes(3)).until(() -> mails("late") == 1);

        PARLEY.plugin().kill();
        PARLEY.plugin().start();
        chats.post(chat.later(Duration.ofMinutes(7)).agent("Yes, within a week."));
        awaitBreach(chat, "(everybody): 3 min late");
        assertThat(mails("late")).as("after a kill").isEqualTo(1);
        assertThat(mails("old")).as("history").isZero();
        assertThat(breach(old)).isEmpty();
    }

    private void awaitBreach(Chat chat, String words) {
        await(words).atMost(Duration.ofMinutes(3)).until(() -> breach(chat).contains(words));
    }

    private static Map<String, String> visitor(String name) {
        return Map.of("name", "Kim " + name, "email", "kim@" + name + ".example", "company", name);
    }

    private String breach(Chat chat) {
        String query =
                "SELECT Service_Breach__c FROM Chat_Conversation__c WHERE External_Id__c = '" + chat.externalId() + "'";
        return org.soql(query).stream()
                .map(record -> record.path("Service_Breach__c").asText(""))
                .findFirst()
                .orElse("");
    }

    /** One that is sent again, because it was not marked before the kill, is the same mail. */
    private long mails(String name) {
        return org.mail(LEAD).stream()
                .filter(mail -> mail.path("subject").asText().contains("Kim " + name))
                .map(mail -> mail.path("id").asText())
                .distinct()
                .count();
    }
}
