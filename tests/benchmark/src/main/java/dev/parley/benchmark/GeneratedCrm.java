package dev.parley.benchmark;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Strings;
import dev.parley.crm.Crm;
import dev.parley.crm.Describe;
import dev.parley.crm.Org;
import dev.parley.crm.RecordWrite;
import dev.parley.crm.WriteResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * A CRM of any size that holds nothing: every record is made of its number when it is asked for. To each account belong
 * two contacts, a lead and, for every other one, an open opportunity.
 */
final class GeneratedCrm implements Crm {

    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
    private static final int PER_SECOND = 50;
    private static final int PAGE = 2_000;
    private static final Pattern QUERY = Pattern.compile("FROM (\\w+)(?: WHERE (.+?))? ORDER BY");
    private static final Pattern AFTER = Pattern.compile("Id > '\\w{3}(\\d{15})'");
    private static final Pattern COUNT = Pattern.compile("SELECT COUNT\\(Id\\) total FROM (\\w+)");

    private final Map<String, Long> sizes;

    GeneratedCrm(long accounts) {
        sizes = Map.of("Account", accounts, "Contact", 2 * accounts, "Lead", accounts, "Opportunity", accounts / 2);
    }

    /** How many records there are of all types. */
    long size() {
        return sizes.values().stream().mapToLong(Long::longValue).sum();
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
        if (count.matches()) {
            return List.of(JsonNodeFactory.instance.objectNode().put("total", size(count.group(1))));
        }
        Matcher query = QUERY.matcher(soql);
        if (!query.find()) {
            throw new IllegalArgumentException("not a query that a directory asks: " + soql);
        }
        return page(query.group(1), first(query.group(1), query.group(2)));
    }

    private long first(String sobject, String where) {
        if (where == null) {
            return 0;
        }
        Matcher after = AFTER.matcher(where);
        return after.find() ? Long.parseLong(after.group(1)) + 1 : size(sobject);
    }

    private List<ObjectNode> page(String sobject, long first) {
        return LongStream.range(first, Math.min(first + PAGE, size(sobject)))
                .mapToObj(number -> row(sobject, number))
                .toList();
    }

    private long size(String sobject) {
        return sizes.getOrDefault(sobject, 0L);
    }

    private static ObjectNode row(String sobject, long number) {
        ObjectNode row = JsonNodeFactory.instance
                .objectNode()
                .put("SystemModstamp", FIRST.plusSeconds(number / PER_SECOND).toString())
                .put("IsDeleted", false)
                .put("OwnerId", id("005", number % 500));
        switch (sobject) {
            case "Account" -> account(row, number);
            case "Contact" -> person(row.put("Id", id("003", number)).put("AccountId", id("001", number / 2)), number);
            case "Lead" -> person(
                    row.put("Id", id("00Q", number))
                            .put("Company", "Prospect " + number)
                            .put("Status", "Open - Not Contacted")
                            .put("IsConverted", false),
                    -1 - number);
            default -> opportunity(row, number);
        }
        return row;
    }

    private static void account(ObjectNode row, long number) {
        row.put("Id", id("001", number))
                .put("Name", "Company " + number + " GmbH")
                .put("Website", "https://www." + domain(number))
                .put("Phone", "+49 30 " + (10_000_000 + number))
                .put("BillingCountry", "Germany")
                .put("Type", "Customer");
    }

    private static void person(ObjectNode row, long number) {
        row.put("FirstName", "First" + number)
                .put("LastName", "Last" + number)
                .put("Name", "First" + number + " Last" + number)
                .put("Email", email(number))
                .put("Phone", "+49 40 " + (10_000_000 + Math.abs(number)))
                .put("Title", "Head of Purchasing");
    }

    private static void opportunity(ObjectNode row, long number) {
        row.put("Id", id("006", number))
                .put("Name", "Deal " + number)
                .put("AccountId", id("001", 2 * number))
                .put("StageName", "Prospecting")
                .put("IsClosed", false)
                .put("IsWon", false)
                .put("Amount", 1000 + number)
                .put("CloseDate", "2026-12-31")
                .put("LastModifiedDate", FIRST.toString());
    }

    /** The e-mail of a contact; of a lead with a number below zero. */
    static String email(long number) {
        return number >= 0
                ? "p" + number + "@" + domain(number / 2)
                : "lead" + (-1 - number) + "@" + domain(-1 - number).replace("company", "prospect");
    }

    private static String domain(long account) {
        return "company" + account + ".example";
    }

    private static String id(String prefix, long number) {
        return prefix + Strings.padStart(Long.toString(number), 15, '0');
    }

    @Override
    public Org org() {
        throw new UnsupportedOperationException("a directory does not ask for the org");
    }

    @Override
    public Describe describe(String sobject) {
        throw new UnsupportedOperationException("nothing is asked for but what every org has");
    }

    @Override
    public List<WriteResult> write(List<RecordWrite> writes) {
        throw new UnsupportedOperationException("a directory writes nothing");
    }
}
