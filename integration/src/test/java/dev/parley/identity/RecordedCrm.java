package dev.parley.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.Crm;
import dev.parley.crm.CrmException;
import dev.parley.crm.Describe;
import dev.parley.crm.Org;
import dev.parley.crm.RecordWrite;
import dev.parley.crm.WriteResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rows by object type, answering just the queries that a directory asks; its clock is its own. */
final class RecordedCrm implements Crm {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern QUERY = Pattern.compile(
            "SELECT (?<fields>.+) FROM (?<sobject>\\w+)(?: WHERE (?<where>.+?))?(?: ORDER BY SystemModstamp, Id LIMIT"
                    + " (?<limit>\\d+))?");
    private static final Pattern CHANGED = Pattern.compile("SystemModstamp (?<sign>>=|>) (?<stamp>\\S+)");
    private static final Pattern AFTER = Pattern.compile(
            "\\(SystemModstamp > (?<stamp>\\S+) OR \\(SystemModstamp = \\k<stamp> AND Id > '(?<id>\\w+)'\\)\\)");

    private final Map<String, Map<String, ObjectNode>> rows = new LinkedHashMap<>();
    private final List<List<String>> calls = new ArrayList<>();
    private Instant now;
    private int answersLeft = Integer.MAX_VALUE;
    private String unknown = "";

    RecordedCrm(Instant now) {
        this.now = now;
    }

    /** Makes or changes a record: fields as pairs of name and value. */
    RecordedCrm has(String sobject, String id, Object... fields) {
        ObjectNode row = rows.computeIfAbsent(sobject, any -> new LinkedHashMap<>())
                .computeIfAbsent(id, any -> JsonNodeFactory.instance.objectNode());
        for (int i = 0; i < fields.length; i += 2) {
            row.set((String) fields[i], JSON.valueToTree(fields[i + 1]));
        }
        row.put("Id", id).put("IsDeleted", false).put("SystemModstamp", salesforceTime(now));
        return this;
    }

    void delete(String sobject, String id) {
        has(sobject, id);
        rows.get(sobject).get(id).put("IsDeleted", true);
    }

    void at(Instant time) {
        now = time;
    }

    /** Answers that many calls more and then no other, until this is said again. */
    void goesAwayAfter(int answers) {
        answersLeft = answers;
    }

    /** From now on it has no such field, of whatever object type; blank for none that it lacks. */
    void lacks(String field) {
        unknown = field;
    }

    /** The queries of each call since the last time this was asked. */
    List<List<String>> calls() {
        List<List<String>> seen = List.copyOf(calls);
        calls.clear();
        return seen;
    }

    @Override
    public List<List<ObjectNode>> query(List<String> soql) {
        return ask(soql, row -> !row.path("IsDeleted").asBoolean());
    }

    @Override
    public List<List<ObjectNode>> queryAll(List<String> soql) {
        return ask(soql, row -> true);
    }

    private List<List<ObjectNode>> ask(List<String> soql, Predicate<ObjectNode> visible) {
        if (answersLeft-- <= 0) {
            throw new CrmException(CrmException.Kind.TRANSIENT, "503 Service Unavailable", null);
        }
        if (!unknown.isEmpty() && soql.stream().anyMatch(query -> query.contains(unknown))) {
            throw new CrmException(
                    CrmException.Kind.PERMANENT, "INVALID_FIELD: No such column '" + unknown + "'", null);
        }
        calls.add(List.copyOf(soql));
        return soql.stream().map(query -> answer(query, visible)).toList();
    }

    private List<ObjectNode> answer(String soql, Predicate<ObjectNode> visible) {
        Matcher query = QUERY.matcher(soql);
        if (!query.matches()) {
            throw new IllegalArgumentException("not a query that the directory should ask: " + soql);
        }
        Stream<ObjectNode> found = rows.getOrDefault(query.group("sobject"), Map.of()).values().stream()
                .filter(visible.and(condition(query.group("where"))));
        if (query.group("fields").equals("COUNT(Id) total")) {
            return List.of(JsonNodeFactory.instance.objectNode().put("total", found.count()));
        }
        return found.sorted(Comparator.comparing(RecordedCrm::stamp).thenComparing(RecordedCrm::id))
                .limit(Long.parseLong(query.group("limit")))
                .map(ObjectNode::deepCopy)
                .toList();
    }

    private static Predicate<ObjectNode> condition(String where) {
        if (where == null) {
            return row -> true;
        }
        Matcher changed = CHANGED.matcher(where);
        Matcher after = AFTER.matcher(where);
        if (changed.matches()) {
            Instant since = Instant.parse(changed.group("stamp"));
            int least = changed.group("sign").equals(">") ? 1 : 0;
            return row -> stamp(row).compareTo(since) >= least;
        }
        if (after.matches()) {
            Instant since = Instant.parse(after.group("stamp"));
            return row ->
                    stamp(row).isAfter(since) || (stamp(row).equals(since) && id(row).compareTo(after.group("id")) > 0);
        }
        throw new IllegalArgumentException("not a condition that the directory should ask: " + where);
    }

    private static Instant stamp(ObjectNode row) {
        return Instant.parse(row.path("SystemModstamp").asText().replace("+0000", "Z"));
    }

    private static String id(ObjectNode row) {
        return row.path("Id").asText();
    }

    private static String salesforceTime(Instant time) {
        return time.toString().replace("Z", ".000+0000");
    }

    @Override
    public Org org() {
        throw new UnsupportedOperationException("a directory does not ask for the org");
    }

    /** Every field that has ever been asked for, but the one that is lacking. */
    @Override
    public Describe describe(String sobject) {
        Map<String, Describe.Field> fields = new LinkedHashMap<>();
        Stream.of("Industry", "Gone__c").filter(name -> !name.equals(unknown)).forEach(name -> fields.put(name, null));
        return new Describe(sobject, sobject, true, true, fields, List.of());
    }

    @Override
    public List<WriteResult> write(List<RecordWrite> writes) {
        throw new UnsupportedOperationException("a directory writes nothing");
    }
}
