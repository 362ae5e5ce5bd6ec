package dev.parley.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.identity.Owners.Colleague;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What an agent at the chat service's desk should know of a visitor: the data of {@code crm.context.changed}. */
public final class CrmContext {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> JUDGED = List.of("stage", "grade", "score", "functions", "missing");

    private CrmContext() {}

    /**
     * It, without what is unknown.
     *
     * @param dossier all that is known
     * @param colleagues gives a user of the org by id; none for a queue
     * @param earlier what there was before, see {@link #earlier}
     * @param crmUrl base of the links to records
     */
    public static ObjectNode of(
            ObjectNode dossier, Function<String, Optional<Colleague>> colleagues, ArrayNode earlier, String crmUrl) {
        JsonNode identity = dossier.path("identity");
        ObjectNode context = JSON.objectNode();
        record(context, "account", identity, dossier.at("/account/name"));
        record(context, "contact", identity, dossier.at("/visitor/name"));
        record(context, "lead", identity, dossier.at("/visitor/name"));
        record(context, "opportunity", identity, dossier.at("/opportunity/name"));
        if (context.path("opportunity") instanceof ObjectNode opportunity) {
            Dossiers.put(opportunity, "stage", dossier.at("/opportunity/stage").asText(null));
        }
        Optional.ofNullable(identity.path("ownerId").asText(null))
                .flatMap(colleagues)
                .ifPresent(owner ->
                        context.putObject("owner").put("name", owner.name()).put("email", owner.email()));
        JUDGED.forEach(name -> copy(dossier.path("qualification"), name, context));
        if (!earlier.isEmpty()) {
            context.set("earlier", earlier);
        }
        Dossiers.put(context, "url", url(context, crmUrl));
        return context;
    }

    /** A line about a conversation that was before, from its dossier. */
    public static ObjectNode earlier(ObjectNode dossier) {
        JsonNode talk = dossier.path("conversation");
        ObjectNode line = JSON.objectNode();
        Dossiers.put(line, "conversation", talk.path("id").asText(null));
        Dossiers.put(line, "endedAt", talk.path("endedAt").asText(null));
        Dossiers.put(line, "summary", talk.path("summary").asText(null));
        return line;
    }

    private static void record(ObjectNode context, String name, JsonNode identity, JsonNode shown) {
        String id = identity.path(name + "Id").asText(null);
        if (id != null) {
            Dossiers.put(context.putObject(name).put("id", id), "name", shown.asText(null));
        }
    }

    private static void copy(JsonNode from, String name, ObjectNode to) {
        if (from.hasNonNull(name)) {
            to.set(name, from.get(name));
        }
    }

    /** Of the page that says most: the opportunity's, else the person's, else the account's. */
    private static String url(ObjectNode context, String crmUrl) {
        for (String name : List.of("opportunity", "contact", "lead", "account")) {
            String id = context.path(name).path("id").asText(null);
            if (id != null) {
                String sobject = Character.toUpperCase(name.charAt(0)) + name.substring(1);
                return crmUrl + "/lightning/r/" + sobject + "/" + id + "/view";
            }
        }
        return null;
    }
}
