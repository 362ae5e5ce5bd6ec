package dev.parley.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Up to five queries in one call, and so are their further pages. */
final class Queries {

    /** Most queries that Salesforce takes in a composite. */
    static final int MOST_QUERIES = 5;

    /** Longest SOQL statement that Salesforce reads, in characters. */
    static final int LONGEST_QUERY = 100_000;

    private static final Pattern FROM = Pattern.compile("\\bFROM\\s+(\\w+)", Pattern.CASE_INSENSITIVE);

    private final SalesforceClient client;
    private final SalesforceSettings settings;

    Queries(SalesforceClient client, SalesforceSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    /**
     * Asks them.
     *
     * @param resource {@code query}, or {@code queryAll} to see deleted rows too
     * @param soql 1 to 5 statements
     */
    List<List<ObjectNode>> ask(String resource, List<String> soql) {
        if (soql.isEmpty() || soql.size() > MOST_QUERIES) {
            throw new IllegalArgumentException(
                    soql.size() + " queries in a call; 1 to " + MOST_QUERIES + " can be asked");
        }
        List<List<ObjectNode>> rows = Stream.generate(() -> (List<ObjectNode>) new ArrayList<ObjectNode>())
                .limit(soql.size())
                .toList();
        TreeMap<Integer, String> open = new TreeMap<>();
        IntStream.range(0, soql.size()).forEach(i -> open.put(i, url(resource, soql.get(i))));
        while (!open.isEmpty()) {
            page(soql, open, rows);
        }
        return rows;
    }

    /** Takes the next page of every query that still has one. */
    private void page(List<String> soql, TreeMap<Integer, String> open, List<List<ObjectNode>> rows) {
        List<Integer> queries = List.copyOf(open.keySet());
        String what = "query of "
                + String.join(", ", soql.stream().map(Queries::sobject).toList());
        byte[] body = CompositeRequest.reading(List.copyOf(open.values()));
        JsonNode reply = client.post(what, settings.path("/composite"), body);
        List<CompositeReply> parts = CompositeReply.read(what, reply, queries.size());
        for (int i = 0; i < parts.size(); i++) {
            int query = queries.get(i);
            take(soql.get(query), parts.get(i), rows.get(query));
            JsonNode next = parts.get(i).body().path("nextRecordsUrl");
            if (next.isTextual()) {
                open.put(query, next.asText());
            } else {
                open.remove(query);
            }
        }
    }

    private static void take(String soql, CompositeReply part, List<ObjectNode> rows) {
        if (part.failed()) {
            throw Errors.call("query of " + sobject(soql), part.status(), SalesforceError.read(part.body()));
        }
        part.body().path("records").forEach(row -> rows.add((ObjectNode) row));
    }

    private String url(String resource, String soql) {
        if (soql.length() > LONGEST_QUERY) {
            throw new IllegalArgumentException("query of " + sobject(soql) + " has " + soql.length()
                    + " characters; Salesforce reads " + LONGEST_QUERY + ": ask for fewer values at a time");
        }
        // The encoder means forms, where a blank is a plus sign; in a URL that depends on who reads it.
        String encoded = URLEncoder.encode(soql, StandardCharsets.UTF_8).replace("+", "%20");
        return settings.path("/" + resource + "?q=" + encoded);
    }

    /** The object that a statement asks for; subqueries stand in brackets. */
    private static String sobject(String soql) {
        Matcher from = FROM.matcher(soql.replaceAll("\\([^()]*\\)", ""));
        return from.find() ? from.group(1) : "an unnamed object";
    }
}
