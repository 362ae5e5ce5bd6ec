package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.mapping.OrgName.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds what a file names of the org, each name once, at its first place. */
final class OrgNamesReader {
    private final YamlFile file;
    private final List<OrgName> names = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    private OrgNamesReader(YamlFile file) {
        this.file = file;
    }

    /** Whom {@code routing.yaml} asks, and to whom it gives what nobody took. */
    static List<OrgName> inRouting(YamlFile file) {
        OrgNamesReader reader = new OrgNamesReader(file);
        file.content().path("pools").properties().forEach(pool -> {
            String at = YamlFile.child("/pools", pool.getKey()) + "/sellers/";
            for (int i = 0; i < pool.getValue().path("sellers").size(); i++) {
                reader.address(Kind.SELLER, at + i + "/email");
            }
        });
        String owner = file.content().at("/escalation/owner").asText();
        reader.add(Kind.OWNER, owner, file.valuePlace("/escalation/owner"));
        return reader.names;
    }

    /** Who holds meetings by {@code meetings.yaml}. */
    static List<OrgName> inMeetings(YamlFile file) {
        OrgNamesReader reader = new OrgNamesReader(file);
        file.content()
                .path("sellers")
                .fieldNames()
                .forEachRemaining(seller -> reader.address(Kind.HOST, YamlFile.child("/sellers", seller) + "/email"));
        return reader.names;
    }

    /** The stages that {@code identity.yaml} weighs. */
    static List<OrgName> inIdentity(YamlFile file) {
        OrgNamesReader reader = new OrgNamesReader(file);
        reader.keys(Kind.STAGE, "/opportunities/stages", file.content().at("/opportunities/stages"));
        return reader.names;
    }

    /** The fields of accounts that the conditions of {@code qualification.yaml} ask for, wherever they stand. */
    static List<OrgName> inQualification(YamlFile file) {
        OrgNamesReader reader = new OrgNamesReader(file);
        file.content().properties().forEach(list -> {
            for (int i = 0; i < list.getValue().size(); i++) {
                for (String condition : List.of("when", "known")) {
                    String at = "/" + list.getKey() + "/" + i + "/" + condition + "/account";
                    reader.keys(Kind.ACCOUNT_FIELD, at, file.content().at(at));
                }
            }
        });
        return reader.names;
    }

    private void address(Kind kind, String pointer) {
        String email = file.content().at(pointer).asText().toLowerCase(Locale.ROOT);
        add(kind, email, file.valuePlace(pointer));
    }

    private void keys(Kind kind, String pointer, JsonNode owner) {
        owner.fieldNames().forEachRemaining(name -> add(kind, name, file.place(YamlFile.child(pointer, name))));
    }

    private void add(Kind kind, String name, Place place) {
        if (!name.isEmpty() && known.add(kind + name)) {
            names.add(new OrgName(kind, name, place));
        }
    }
}
