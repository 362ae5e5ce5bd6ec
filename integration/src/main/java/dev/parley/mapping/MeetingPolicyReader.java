package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.mapping.MeetingPolicy.Seller;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads {@code meetings.yaml} once it was held against its schema, and says what the schema cannot. */
final class MeetingPolicyReader {
    /** What does not look so the schema has told already. */
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+/");

    private final YamlFile file;
    private final Hours hours;
    private final Consumer<Finding> findings;

    MeetingPolicyReader(YamlFile file, Hours hours, Consumer<Finding> findings) {
        this.file = file;
        this.hours = hours;
        this.findings = findings;
    }

    MeetingPolicy read() {
        List<Seller> sellers = new ArrayList<>();
        file.content()
                .path("sellers")
                .properties()
                .forEach(seller -> sellers.add(
                        seller(YamlFile.child("/sellers", seller.getKey()), seller.getKey(), seller.getValue())));
        return new MeetingPolicy(
                minutes("lengthMinutes", 30),
                minutes("bufferMinutes", 10),
                minutes("noticeMinutes", 240),
                Duration.ofDays(number("horizonDays", 14)),
                number("offered", 5),
                number("offeredADay", 2),
                minutes("holdMinutes", 15),
                new TimeReader(file, findings).zone("/timezone"),
                file.content().path("subject").asText("Meeting"),
                List.copyOf(sellers));
    }

    private Seller seller(String at, String key, JsonNode seller) {
        boolean named = seller.path("hours").isTextual();
        String works = named ? seller.path("hours").textValue() : WorkCalendar.ALWAYS;
        if (hours.calendar(works).isEmpty()) {
            findings.accept(Finding.error(
                    file.valuePlace(at + "/hours"),
                    "unknown-calendar",
                    "hours.yaml has no calendar '" + works + "'",
                    Suggestion.among(hours.names(), works)));
        }
        return new Seller(
                key,
                seller.path("name").asText(key),
                seller.path("email").asText(),
                works,
                seller.has("calendar") ? calendar(at, seller.path("calendar").asText()) : null,
                seller.path("user").textValue());
    }

    private URI calendar(String at, String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            if (ADDRESS.matcher(address).matches()) {
                findings.accept(Finding.error(
                        file.valuePlace(at + "/calendar"), "wrong-value", "'" + address + "' is no address"));
            }
            return null;
        }
    }

    private Duration minutes(String name, int otherwise) {
        return Duration.ofMinutes(number(name, otherwise));
    }

    private int number(String name, int otherwise) {
        return file.content().path(name).asInt(otherwise);
    }
}
