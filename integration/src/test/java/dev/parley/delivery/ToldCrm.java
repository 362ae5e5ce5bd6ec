package dev.parley.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.Crm;
import dev.parley.crm.CrmException;
import dev.parley.crm.Describe;
import dev.parley.crm.ExternalId;
import dev.parley.crm.Org;
import dev.parley.crm.RecordWrite;
import dev.parley.crm.RecordWrite.Target;
import dev.parley.crm.WriteResult;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.MappingSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** An empty org that answers each write as it is told, and remembers what it was sent. */
public final class ToldCrm implements Crm {

    private static final MappingSet MAPPINGS =
            MappingFiles.load(Path.of("../mappings")).orThrow();

    private final List<List<RecordWrite>> calls = new ArrayList<>();
    private Function<RecordWrite, WriteResult> answer = ToldCrm::written;
    private final Map<String, List<ObjectNode>> found = new HashMap<>();
    private final Map<String, List<ObjectNode>> held = new HashMap<>();
    private CrmException blind;
    private int looks;
    private String lacking = "";
    private String orgId = "00D000000000001AAA";

    /** From now on writes are answered so; the function may throw for the call as a whole. */
    public void answers(Function<RecordWrite, WriteResult> told) {
        answer = told;
    }

    /** From now on queries for tasks find these. */
    void finds(ObjectNode... rows) {
        finds("Task", rows);
    }

    /** From now on queries for a type by Parley's keys find these. */
    void finds(String sobject, ObjectNode... rows) {
        found.put(sobject, List.of(rows));
    }

    /** From now on whoever asks for records of a type by their ids gets these. */
    void holds(String sobject, ObjectNode... rows) {
        held.put(sobject, List.of(rows));
    }

    /** It stood there before. */
    static WriteResult updated(RecordWrite write) {
        return new WriteResult.Written(((WriteResult.Written) written(write)).id(), false);
    }

    /** From now on its changes cannot be read. */
    public void isBlind(CrmException failure) {
        blind = failure;
    }

    /** From now on it has no such field, of whatever object type. */
    void lacks(String field) {
        lacking = field;
    }

    /** How often somebody tried to read them since then. */
    int looks() {
        return looks;
    }

    void isOrg(String id) {
        orgId = id;
    }

    /** The object types of each call since the last time this was asked. */
    public List<List<String>> sent() {
        List<List<String>> types = calls.stream()
                .map(call -> call.stream().map(RecordWrite::sobject).toList())
                .toList();
        calls.clear();
        return types;
    }

    /** The fields of the only record of a type that was sent since then. */
    public Map<String, Object> fieldsOf(String sobject) {
        List<RecordWrite> all = calls.stream()
                .flatMap(List::stream)
                .filter(write -> write.sobject().equals(sobject))
                .toList();
        return all.get(all.size() - 1).fields();
    }

    public static WriteResult written(RecordWrite write) {
        String key = write.target() instanceof Target.ByExternalId external ? external.value() : write.toString();
        return new WriteResult.Written(
                "a00" + ExternalId.hash(write.sobject() + key).substring(0, 12) + "AAA", true);
    }

    public static WriteResult refused(RecordWrite write) {
        return new WriteResult.Refused("FIELD_CUSTOM_VALIDATION_EXCEPTION", "No, said the org", List.of(), List.of());
    }

    @Override
    public List<WriteResult> write(List<RecordWrite> writes) {
        calls.add(List.copyOf(writes));
        return writes.stream()
                .map(write -> write.fields().containsKey(lacking)
                        ? new WriteResult.Refused("INVALID_FIELD", noSuchColumn(), List.of(), List.of())
                        : answer.apply(write))
                .toList();
    }

    private String noSuchColumn() {
        return "No such column '" + lacking + "'";
    }

    @Override
    public Org org() {
        return new Org(orgId, "One", true, "005000000000001AAA", "https://one.example");
    }

    @Override
    public Describe describe(String sobject) {
        Map<String, Describe.Field> fields = new HashMap<>();
        for (String name : MAPPINGS.fieldsBySobject().getOrDefault(sobject, Set.of())) {
            if (!name.equals(lacking)) {
                fields.put(name, null);
            }
        }
        return new Describe(sobject, sobject, true, true, fields, List.of());
    }

    @Override
    public List<List<ObjectNode>> query(List<String> soql) {
        if (!lacking.isEmpty() && soql.stream().anyMatch(query -> query.contains(lacking))) {
            throw new CrmException(CrmException.Kind.PERMANENT, "INVALID_FIELD: " + noSuchColumn(), null);
        }
        return soql.stream().map(this::rows).toList();
    }

    private List<ObjectNode> rows(String soql) {
        if (soql.contains("COUNT(Id) total")) {
            return List.of(JsonNodeFactory.instance.objectNode().put("total", 0));
        }
        for (Map.Entry<String, List<ObjectNode>> rows : held.entrySet()) {
            if (soql.contains("FROM " + rows.getKey() + " WHERE Id IN")) {
                return rows.getValue().stream().map(row -> whole(row, soql)).toList();
            }
        }
        return found.entrySet().stream()
                .filter(rows -> soql.contains(" FROM " + rows.getKey() + " WHERE ") && soql.contains("__c IN "))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(List.of());
    }

    /** Blank fields are told too, as Salesforce does. */
    private static ObjectNode whole(ObjectNode row, String soql) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (String field :
                soql.substring("SELECT ".length(), soql.indexOf(" FROM ")).split(", ")) {
            all.putNull(field);
        }
        return all.setAll(row);
    }

    @Override
    public List<List<ObjectNode>> queryAll(List<String> soql) {
        if (blind != null) {
            looks++;
            throw blind;
        }
        return query(soql);
    }
}
