package dev.parley.admin;

import static dev.parley.admin.Typed.parley;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An admin loads a list as each service's REST API or export gives it: its entries are found in what is around them. */
class BackfillOfListsTest {

    private static final Path BODIES = Path.of("src/test/resources/dev/parley/channel/sources");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final ServerStandIn server = new ServerStandIn();
    private Path config;

    @BeforeEach
    void configure() {
        config = server.settings(
                folder,
                "mappings.dir=" + Path.of("../mappings").toAbsolutePath().normalize());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void chatwootsConversations() throws IOException {
        assertThat(load(
                        "chatwoot",
                        """
                        {"data":{"meta":{"mine_count":0,"unassigned_count":0,"assigned_count":1,"all_count":1},"payload":[%s]}}
                        """
                                .formatted(body("chatwoot/conversation_exported"))))
                .containsExactly(
                        "conversation-1207",
                        "contact-1207-412-2121ba8d96c98f86",
                        "message-88001",
                        "message-88003",
                        "message-88009",
                        "closed-1207-1788255000125");
    }

    @Test
    void rocketChatsRooms() throws IOException {
        assertThat(load("rocketchat", body("rocketchat/rooms_listed")))
                .containsExactly(
                        "room-kR7sQ2mWcT4xPz9aB",
                        "joined-kR7sQ2mWcT4xPz9aB-aG2-2026-09-02T07:02:40.000Z",
                        "closed-kR7sQ2mWcT4xPz9aB-2026-09-02T07:05:00.100Z",
                        "room-oPn5Room3");
    }

    @Test
    void liveChatsArchives() throws IOException {
        assertThat(load(
                        "livechat",
                        "{\"chats\":[%s],\"found_chats\":1,\"next_page_id\":null}"
                                .formatted(body("livechat/chat_archived"))))
                .startsWith("thread-S1G3D3VFAC", "event-S1G3D3VFAC_2")
                .endsWith("rating-S1G3D3VFAC-1-10a496d26bb173cc", "closed-S1G3D3VFAC");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"ok\":true,\"total\":1,\"data\":[%s]}", "{\"property\":\"58ca\",\"chats\":[%s]}"})
    void tawkTosChats(String around) throws IOException {
        assertThat(load("tawkto", around.formatted(body("tawkto/chat_exported"))))
                .containsExactly(
                        "start-70fe3290-99ad-11ef-a30a-51567162179f",
                        "transcript-70fe3290-99ad-11ef-a30a-51567162179f",
                        "end-70fe3290-99ad-11ef-a30a-51567162179f");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"conversation.list\",\"pages\":{\"type\":\"pages\",\"page\":1},\"conversations\":[%s]}",
                "{\"type\":\"list\",\"has_more\":false,\"data\":[%s]}"
            })
    void intercomsConversations(String around) throws IOException {
        assertThat(load("intercom", around.formatted(body("intercom/conversation_exported"))))
                .contains("conversation-147", "source-403918", "part-9004", "part-9007-closed");
    }

    @Test
    void calComsBookingsAsItsFirstVersionListsThem() throws IOException {
        JsonNode bookings = JSON.readTree(body("calcom/bookings_exported")).path("data");

        assertThat(load("calcom", "{\"status\":\"success\",\"data\":{\"bookings\":%s}}".formatted(bookings)))
                .contains("booked-uid-1", "rescheduled-uid-2", "missed-uid-2");
    }

    @Test
    void calendlysInviteesEachWithTheirEvent() throws IOException {
        assertThat(load("calendly", body("calendly/invitees_exported")))
                .containsExactly(
                        "booked-https://api.calendly.com/scheduled_events/E1/invitees/I1",
                        "rescheduled-https://api.calendly.com/scheduled_events/E2/invitees/I2");
    }

    @Test
    void calendlysInviteesWithTheirEventBesideTheList() throws IOException {
        assertThat(load("calendly", body("calendly/invitees_listed")))
                .contains(
                        "booked-https://api.calendly.com/scheduled_events/E1/invitees/I1",
                        "rescheduled-https://api.calendly.com/scheduled_events/E1/invitees/I3",
                        "cancelled-https://api.calendly.com/scheduled_events/E1/invitees/I2");
    }

    /** The ids of the events that were sent. */
    private List<String> load(String source, String text) throws IOException {
        server.answers(202, "{}");
        Path file = Files.writeString(folder.resolve("list.json"), text);

        Typed typed = parley("backfill", file, "--source", source, "--config", config);

        assertThat(typed.exit()).as(typed.out() + typed.err()).isZero();
        List<String> ids = new ArrayList<>();
        JSON.readTree(server.requests().get(0).body())
                .forEach(event -> ids.add(event.path("id").asText()));
        return ids;
    }

    private static String body(String name) throws IOException {
        return JSON.readTree(BODIES.resolve(name + ".json").toFile()).toString();
    }
}
