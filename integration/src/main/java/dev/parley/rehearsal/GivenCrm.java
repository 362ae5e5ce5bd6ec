package dev.parley.rehearsal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.Crm;
import dev.parley.crm.Describe;
import dev.parley.crm.Org;
import dev.parley.crm.RecordWrite;
import dev.parley.crm.WriteResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An org that holds just the records it was given. It answers what matching asks of a CRM: all records of a type, how
 * many there are, which queue has a name, and which record types there are; it refuses everything else, and every write.
 */
final class GivenCrm implements Crm {

    /** Fewer than a page of the directory's queries, so that the first page is the last one. */
    static final int MOST_RECORDS = 1_000;

    private static final Pattern COUNT = Pattern.compile("SELECT COUNT\\(Id\\) total FROM (\\w+)");
    private static final Pattern ALL = Pattern.compile("SELECT .+ FROM (\\w+) ORDER BY SystemModstamp, Id LIMIT \\d+");
    private static final Pattern QUEUE =
            Pattern.compile("SELECT Id FROM Group WHERE Type = 'Queue' AND DeveloperName = '(\\w+)'");
    private static final String LONG_AGO = "2020-01-01T00:00:00Z";

    private final Map<String, List<ObjectNode>> records;

    /** @param records by object type, each with its {@code Id} */
    GivenCrm(Map<String, List<ObjectNode>> records) {
        records.forEach((sobject, rows) -> {
            if (rows.size() > MOST_RECORDS) {
                throw new IllegalArgumentException("more than " + MOST_RECORDS + " records of " + sobject);
            }
        });
        this.records = records;
    }

    static GivenCrm empty() {
        return new GivenCrm(Map.of());
    }

    @Override
    public List<List<ObjectNode>> query(List<String> soql) {
        return soql.stream().map(this::answer).toList();
    }

    @Override
    public List<List<ObjectNode>> queryAll(List<String> soql) {
        return query(soql);
    }

    private List<ObjectNode> answer(String soql) {
        Matcher count = COUNT.matcher(soql);
        Matcher all = ALL.matcher(soql);
        Matcher queue = QUEUE.matcher(soql);
        if (count.matches()) {
            return List.of(JsonNodeFactory.instance
                    .objectNode()
                    .put("total", of(count.group(1)).size()));
        }
        if (all.matches()) {
            return inOrder(of(all.group(1)));
        }
        if (queue.matches()) {
            return of("Group").stream()
                    .filter(row -> row.path("DeveloperName").asText().equals(queue.group(1)))
                    .toList();
        }
        throw new UnsupportedOperationException("records that are given answer no such query: " + soql);
    }

    private List<ObjectNode> of(String sobject) {
        return records.getOrDefault(sobject, List.of());
    }

    private static List<ObjectNode> inOrder(List<ObjectNode> rows) {
        List<ObjectNode> stamped = new ArrayList<>();
        for (ObjectNode row : rows) {
            ObjectNode copy = row.deepCopy();
            stamped.add(copy.has("SystemModstamp") ? copy : copy.put("SystemModstamp", LONG_AGO));
        }
        stamped.sort(Comparator.comparing(
                        (ObjectNode row) -> row.path("SystemModstamp").asText())
                .thenComparing(row -> row.path("Id").asText()));
        return stamped;
    }

    @Override
    public Org org() {
        throw new UnsupportedOperationException("records that are given have no org");
    }

    @Override
    public Describe describe(String sobject) {
        List<Describe.RecordType> types = of("RecordType").stream()
                .filter(row -> row.path("SobjectType").asText().equals(sobject))
                .map(row -> new Describe.RecordType(
                        row.path("Id").asText(),
                        row.path("DeveloperName").asText(),
                        row.path("Name").asText(row.path("DeveloperName").asText())))
                .toList();
        return new Describe(sobject, sobject, true, true, Map.of(), types);
    }

    @Override
    public List<WriteResult> write(List<RecordWrite> writes) {
        throw new UnsupportedOperationException("a rehearsal writes nothing");
    }
}
