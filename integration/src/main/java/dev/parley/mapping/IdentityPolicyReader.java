package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.net.InternetDomainName;
import dev.parley.mapping.IdentityPolicy.Evidence;
import dev.parley.mapping.IdentityPolicy.MailPolicy;
import dev.parley.mapping.IdentityPolicy.NewRecords;
import dev.parley.mapping.IdentityPolicy.PeoplePolicy;
import dev.parley.mapping.IdentityPolicy.Several;
import dev.parley.mapping.IdentityPolicy.Thresholds;
import java.net.IDN;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Reads {@code identity.yaml} once it was held against its schema; what is wrong there counts as left out. */
final class IdentityPolicyReader {

    private static final IdentityPolicy USUAL = IdentityPolicy.DEFAULT;

    private final YamlFile file;
    private final JsonNode content;
    private final Consumer<Finding> findings;

    IdentityPolicyReader(YamlFile file, Consumer<Finding> findings) {
        this.file = file;
        this.content = file.content();
        this.findings = findings;
    }

    IdentityPolicy read() {
        return new IdentityPolicy(
                people(),
                thresholds("/accounts", USUAL.accounts()),
                opportunities(),
                word("/newRecords", USUAL.newRecords(), NewRecords.values()),
                new MailPolicy(
                        !content.at("/mail/plusTags").asText().equals("different"),
                        aliases(),
                        domains("/mail/freeMail")),
                domains("/sharedHosts"),
                domains("/ownDomains"),
                territories());
    }

    private PeoplePolicy people() {
        Set<Evidence> order = new LinkedHashSet<>();
        JsonNode listed = content.at("/people/order");
        for (int i = 0; i < listed.size(); i++) {
            Evidence evidence = word("/people/order/" + i, null, Evidence.values());
            if (evidence != null) {
                order.add(evidence);
            }
        }
        return new PeoplePolicy(
                order.isEmpty() ? USUAL.people().order() : List.copyOf(order),
                thresholds("/people", USUAL.people().thresholds()),
                word("/people/several", USUAL.people().several(), Several.values()),
                content.at("/people/personAccounts").asBoolean(false));
    }

    private OpportunityPolicy opportunities() {
        Map<OpportunityPolicy.Weight, Double> weights = new EnumMap<>(OpportunityPolicy.Weight.class);
        for (OpportunityPolicy.Weight weight : OpportunityPolicy.Weight.values()) {
            JsonNode given = content.at("/opportunities/weights/" + word(weight));
            if (given.isNumber()) {
                weights.put(weight, given.doubleValue());
            }
        }
        Map<String, Double> stages = new HashMap<>();
        content.at("/opportunities/stages")
                .properties()
                .forEach(stage -> stages.put(stage.getKey(), stage.getValue().asDouble()));
        return new OpportunityPolicy(
                thresholds("/opportunities", USUAL.opportunities().thresholds()),
                weights,
                stages,
                content.at("/opportunities/noneOfThem")
                        .asDouble(USUAL.opportunities().noneOfThem()),
                content.at("/opportunities/onBuyingSignal").asText().equals("make"),
                buyingSignals());
    }

    private Set<String> buyingSignals() {
        Set<String> names = new LinkedHashSet<>();
        content.at("/opportunities/buyingSignals").forEach(name -> names.add(name.asText()));
        return names.isEmpty() ? USUAL.opportunities().buyingSignals() : names;
    }

    private Thresholds thresholds(String pointer, Thresholds usual) {
        double auto = content.at(pointer + "/auto").asDouble(usual.auto());
        double review = content.at(pointer + "/review").asDouble(Math.min(usual.review(), auto));
        if (review > auto) {
            findings.accept(Finding.error(
                    file.valuePlace(pointer + "/review"),
                    "contradiction",
                    "'review' (" + review + ") is above 'auto' (" + auto + "): what is sure enough to be done"
                            + " without a person needs no review"));
        }
        return new Thresholds(auto, review);
    }

    private Map<String, String> aliases() {
        Map<String, String> aliases = new LinkedHashMap<>();
        content.at("/mail/aliases").properties().forEach(alias -> {
            String from = alias.getKey().toLowerCase(Locale.ROOT);
            String to = alias.getValue().asText().toLowerCase(Locale.ROOT);
            String at = YamlFile.child("/mail/aliases", alias.getKey());
            if (!alias.getValue().isTextual()) {
                return; // the schema has said so
            }
            if (from.contains("@") != to.contains("@")) {
                findings.accept(Finding.error(
                        file.place(at),
                        "wrong-value",
                        "'" + from + "' and '" + to + "' must both be domains, or both" + " whole addresses"));
            } else {
                aliases.put(from, to);
            }
        });
        return aliases;
    }

    private Set<String> domains(String pointer) {
        Set<String> domains = new LinkedHashSet<>();
        JsonNode listed = content.at(pointer);
        for (int i = 0; i < listed.size(); i++) {
            String name = listed.get(i).asText().toLowerCase(Locale.ROOT);
            if (name.matches("[a-z0-9-]+\\.\\*") || isDomain(name)) {
                domains.add(name);
            } else if (listed.get(i).isTextual()) {
                findings.accept(Finding.error(
                        file.valuePlace(pointer + "/" + i),
                        "wrong-value",
                        "'" + name + "' is no domain: write it like mail.example, or mail.* for any ending"));
            }
        }
        return domains;
    }

    private static boolean isDomain(String name) {
        try {
            return InternetDomainName.from(IDN.toASCII(name, IDN.ALLOW_UNASSIGNED))
                    .hasParent();
        } catch (IllegalArgumentException noDomainName) {
            return false;
        }
    }

    private Map<String, Set<String>> territories() {
        Map<String, Set<String>> territories = new LinkedHashMap<>();
        Map<String, String> owner = new HashMap<>();
        content.path("territories").properties().forEach(territory -> {
            List<String> codes = new ArrayList<>();
            territory.getValue().forEach(code -> codes.add(code.asText()));
            territories.put(territory.getKey(), Set.copyOf(new LinkedHashSet<>(codes)));
            for (int i = 0; i < codes.size(); i++) {
                String at = YamlFile.child("/territories", territory.getKey()) + "/" + i;
                checkCountry(at, codes.get(i), owner.putIfAbsent(codes.get(i), territory.getKey()));
            }
        });
        return territories;
    }

    private void checkCountry(String at, String code, String before) {
        List<String> known = List.of(Locale.getISOCountries());
        if (!file.content().at(at).isTextual()) {
            return; // the schema has said so
        }
        if (!known.contains(code)) {
            findings.accept(Finding.error(
                    file.valuePlace(at),
                    "wrong-value",
                    "'" + code + "' is no country's code of ISO 3166-1, such as DE",
                    Suggestion.among(known, code)));
        } else if (before != null) {
            findings.accept(Finding.error(
                    file.valuePlace(at), "contradiction", "'" + code + "' stands under '" + before + "' already"));
        }
    }

    private <T extends Enum<T>> T word(String pointer, T usual, T[] values) {
        String given = content.at(pointer).asText();
        for (T value : values) {
            if (word(value).equals(given)) {
                return value;
            }
        }
        return usual;
    }

    /** As the file writes it: {@code SIGNED_ID} is {@code signedId}. */
    private static String word(Enum<?> value) {
        StringBuilder word = new StringBuilder();
        for (String part : value.name().split("_")) {
            String lower = part.toLowerCase(Locale.ROOT);
            word.append(word.isEmpty() ? lower : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1));
        }
        return word.toString();
    }
}
