package dev.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversation.Talk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an admin asks of the ledger over HTTP, and what the desk says. */
class LedgerDeskTest {

    @TempDir
    Path folder;

    private final Talk talk = new Talk("web", "c1");
    private StaffedDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new StaffedDesk(folder);
        desk.parts().versioning().changes().begin();
        desk.parts().conversations().receive(List.of(talk.says("visitor", 5, "m1", "Hello"), talk.closed(6)));
        desk.parts().delivery().deliver();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({"GET, /v1/records/a00000000000000AAA/why", "POST, /v1/undo?since=2026-01-31T00:00:00Z"})
    void nobodyElseIsLetIn(String method, String path) throws Exception {
        assertThat(desk.send(method, path, "Bearer some-other-token").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aRecordIsExplained() throws Exception {
        String id = json(desk.get("/v1/conversations/web/c1").body())
                .at("/crm/0/id")
                .asText();

        JsonNode reason = json(desk.get("/v1/records/" + id + "/why").body());
        assertThat(json(desk.get("/v1/records/" + id.substring(0, 15) + "/why").body()))
                .as("the id of 15 characters")
                .isEqualTo(reason);
        assertThat(reason.path("made").asBoolean()).isTrue();
        assertThat(reason.path("fields"))
                .anySatisfy(field ->
                        assertThat(field.path("rule").asText()).startsWith("salesforce/chat_conversation.yaml:"))
                .allSatisfy(field -> assertThat(field.path("version").asInt()).isEqualTo(1));
    }

    @Test
    void whatIsNoIdOrNotKnownIsSaidSo() throws Exception {
        assertThat(desk.get("/v1/records/00QX/why").statusCode()).isEqualTo(400);
        assertThat(desk.get("/v1/records/00QX/why").body()).contains("'00QX' is no record's id", "15 or 18");
        assertThat(desk.get("/v1/records/00Q000000000001AAA/why").statusCode()).isEqualTo(404);
        assertThat(desk.post("/v1/undo?since=yesterday").statusCode()).isEqualTo(400);
        assertThat(desk.post("/v1/undo").statusCode()).isEqualTo(400);
    }

    @Test
    void anUndoWritesOnlyWhenItIsToldTo() throws Exception {
        desk.crm().sent();

        JsonNode page = json(desk.post("/v1/undo?since=2026-01-31T00:00:00Z").body());

        assertThat(page.path("steps")).isNotEmpty();
        assertThat(page.path("next").isTextual()).isTrue();
        assertThat(desk.crm().sent()).isEmpty();
    }

    private static JsonNode json(String body) throws Exception {
        return new ObjectMapper().readTree(body);
    }
}
