package dev.parley.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Talk;
import dev.parley.delivery.Undo.Step;
import dev.parley.store.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** A CRM that is told, what was written there, and a way to take it back. */
abstract class LedgerStage {
    static final String CONVERSATION = "Chat_Conversation__c";
    static final Instant NOW = Talk.NOON.plusSeconds(600);
    static final Instant LATER = NOW.plusSeconds(3600);
    static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path dir;

    final ToldCrm crm = new ToldCrm();
    final Talk talk = new Talk("web", "c1");

    /** A conversation was written, and an hour later its rating. */
    Stage rated(Database database) {
        Stage stage = new Stage(database, dir, crm, NOW);
        stage.hears(talk);
        stage.deliver();
        crm.holds(
                CONVERSATION,
                row(id(stage), Map.of("LastModifiedById", crm.org().userId())));
        crm.answers(ToldCrm::updated);
        stage.now = LATER;
        stage.receive(talk.event("chat.rating.given", 9, "r", "{'value':5,'scale':5}"));
        stage.deliver();
        return stage;
    }

    /** From after the record was made. */
    List<Step> undo(Stage stage, boolean dryRun) {
        return undo(stage, NOW.plusSeconds(1), dryRun);
    }

    List<Step> undo(Stage stage, Instant since, boolean dryRun) {
        return new Undo(stage.tx, stage.due, crm, () -> stage.files.get().version(), stage.clock())
                .page(since, "", dryRun)
                .steps();
    }

    static Reasons reasons(Stage stage) {
        return new Reasons(stage.tx, stage.crm, stage.versions, stage.due, stage.planner);
    }

    static Reasons.FieldReason field(Reasons.Reason reason, String name) {
        return reason.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    String id(Stage stage) {
        return new Records(stage.tx)
                .of(stage.due.look(List.of(talk.key())).get(0)).stream()
                        .filter(record -> record.sobject().equals(CONVERSATION))
                        .findFirst()
                        .orElseThrow()
                        .id();
    }

    static ObjectNode row(String id, Map<String, Object> fields) {
        ObjectNode row = JSON.valueToTree(fields);
        return row.put("Id", id);
    }
}
