package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.mapping.Routing.Absence;
import dev.parley.mapping.Routing.Escalation;
import dev.parley.mapping.Routing.Pool;
import dev.parley.mapping.Routing.Rule;
import dev.parley.mapping.Routing.Seller;
import dev.parley.mapping.Routing.Workplace;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Compiles {@code routing.yaml} once it was held against its schema; {@link RoutingLint} says what is wrong with it. */
final class RoutingReader {
    private static final int USUAL_CAPACITY = 3;

    private final YamlFile file;
    private final ExpressionReader expressions;

    RoutingReader(YamlFile file, Consumer<Finding> findings) {
        this.file = file;
        this.expressions = new ExpressionReader(file, DossierShape.untold(), findings);
    }

    Routing read() {
        JsonNode content = file.content();
        Map<String, Pool> pools = new TreeMap<>();
        content.path("pools")
                .properties()
                .forEach(pool -> pools.put(pool.getKey(), pool(pool.getKey(), pool.getValue())));
        JsonNode told = content.path("escalation");
        return new Routing(
                rules("never"),
                rules("rules"),
                pools,
                workplace(content.path("owners"), WorkCalendar.ALWAYS),
                new Escalation(told.path("mail").textValue(), told.path("owner").textValue()),
                duration(content.path("accept"), "PT5M"),
                duration(content.path("within"), "PT1H"),
                followUp(content.path("followUp")),
                service(content.path("service")));
    }

    private static String email(JsonNode seller) {
        return seller.path("email").asText().toLowerCase(Locale.ROOT);
    }

    private List<Routing.Promise> service(JsonNode list) {
        List<Routing.Promise> promises = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode node = list.get(i);
            promises.add(new Routing.Promise(
                    node.path("name").asText(),
                    node.has("when") ? expressions.read("/service/" + i + "/when") : null,
                    node.path("hours").asText(WorkCalendar.ALWAYS),
                    promised(node.path("firstResponse")),
                    promised(node.path("waiting")),
                    promised(node.path("accept"))));
        }
        return promises;
    }

    private static Duration promised(JsonNode node) {
        return node.isMissingNode() ? null : duration(node, "PT1H");
    }

    private Routing.FollowUp followUp(JsonNode node) {
        if (node.isMissingNode()) {
            return null;
        }
        Expression when = node.has("when") ? expressions.read("/followUp/when") : null;
        return new Routing.FollowUp(when, steps(node.path("to")), duration(node.path("after"), "PT1H"));
    }

    private static List<String> steps(JsonNode list) {
        List<String> steps = new ArrayList<>();
        list.forEach(step -> steps.add(step.asText()));
        return List.copyOf(steps);
    }

    private List<Rule> rules(String list) {
        List<Rule> rules = new ArrayList<>();
        JsonNode all = file.content().path(list);
        for (int i = 0; i < all.size(); i++) {
            Expression when = expressions.read("/" + list + "/" + i + "/when");
            rules.add(new Rule(
                    all.get(i).path("name").asText(), when, steps(all.get(i).path("offer"))));
        }
        return rules;
    }

    private static Pool pool(String name, JsonNode node) {
        List<Seller> sellers = new ArrayList<>();
        node.path("sellers").forEach(seller -> sellers.add(seller(seller, node)));
        return new Pool(name, node.path("brief").asText().equals("least"), List.copyOf(sellers));
    }

    private static Seller seller(JsonNode node, JsonNode pool) {
        List<String> languages = new ArrayList<>();
        node.path("languages").forEach(language -> languages.add(language.asText()));
        List<Absence> vacation = new ArrayList<>();
        node.path("vacation").forEach(absence -> absence(absence, vacation));
        Workplace work = workplace(node, pool.path("hours").asText(WorkCalendar.ALWAYS));
        return new Seller(
                email(node),
                node.path("name").textValue(),
                node.path("weight").asDouble(1),
                List.copyOf(languages),
                new Workplace(work.hours(), work.capacity(), duration(pool.path("busy"), "PT30M")),
                List.copyOf(vacation));
    }

    private static Workplace workplace(JsonNode node, String hours) {
        return new Workplace(
                node.path("hours").asText(hours),
                node.path("capacity").asInt(USUAL_CAPACITY),
                duration(node.path("busy"), "PT30M"));
    }

    private static void absence(JsonNode node, List<Absence> vacation) {
        try {
            vacation.add(new Absence(
                    LocalDate.parse(node.path("from").asText()),
                    LocalDate.parse(node.path("to").asText())));
        } catch (DateTimeException e) {
            // The lint says so.
        }
    }

    static Duration duration(JsonNode node, String otherwise) {
        try {
            return Duration.parse(node.asText(otherwise));
        } catch (DateTimeException e) {
            // What it is like, the schema has said already.
            return Duration.parse(otherwise);
        }
    }
}
