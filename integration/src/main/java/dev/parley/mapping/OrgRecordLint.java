package dev.parley.mapping;

import dev.parley.crm.Describe;
import dev.parley.crm.Describe.Field;
import dev.parley.crm.Describe.Trait;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the org lets the records of one file be made, found again and changed. */
final class OrgRecordLint {
    /** What a record's amounts count in; only an org with several currencies has it. */
    static final String CURRENCY = "CurrencyIsoCode";

    private static final Pattern STATE = Pattern.compile("(.*)State(Code)?");

    private final RecordMapping mapping;
    private final Describe describe;
    private final Consumer<Finding> findings;

    OrgRecordLint(RecordMapping mapping, Describe describe, Consumer<Finding> findings) {
        this.mapping = mapping;
        this.describe = describe;
        this.findings = findings;
    }

    void check() {
        Place place = mapping.file().valuePlace("/sobject");
        if (!mapping.onlyKnown() && !describe.createable()) {
            error(place, "not-writeable", "the integration user may make no " + describe.sobject(), null);
        }
        if (!describe.updateable()) {
            error(place, "not-writeable", "the integration user may change no " + describe.sobject(), null);
        }
        checkKey();
        if (!mapping.onlyKnown()) {
            describe.fields().values().stream()
                    .filter(field -> field.is(Trait.REQUIRED))
                    .forEach(this::checkRequired);
        }
        checkCurrency();
        mapping.fields().forEach(this::checkState);
    }

    /** With state and country picklists a state is one of its country. */
    private void checkState(FieldMapping field) {
        Matcher state = STATE.matcher(field.name());
        if (!state.matches() || !describe.fields().containsKey(state.group(1) + "StateCode")) {
            return;
        }
        String country = state.group(1) + "CountryCode";
        Set<String> mapped = mapping.fieldNames();
        if (!mapped.contains(country) && !mapped.contains(state.group(1) + "Country")) {
            findings.accept(Finding.warning(
                    field.place(),
                    "country-picklist",
                    "the org has state and country picklists, and takes no state without its country: map '" + country
                            + "' too",
                    country));
        }
    }

    private void checkKey() {
        Place place = mapping.file().valuePlace(mapping.upsert() ? "/externalId" : "/keyField");
        Field key = describe.fields().get(mapping.keyField());
        String name = "'" + mapping.keyField() + "'";
        if (key == null) {
            String what = "the org's " + describe.sobject() + " has no field " + name
                    + ", or hides it from the integration user";
            error(place, "unknown-field", what, Suggestion.among(keys(), mapping.keyField()));
            return;
        }
        if (mapping.upsert() && !isKey(key)) {
            error(place, "not-external-id", name + " is no external id: the org finds no record by it", anyKey());
        } else if (mapping.upsert() && !key.is(Trait.UNIQUE) && !key.type().equals("id")) {
            String what = name + " is not unique in the org: several records with one key would be refused";
            error(place, "not-unique", what, null);
        }
        if (!mapping.upsert() && !key.is(Trait.FILTERABLE)) {
            error(place, "not-filterable", "the org cannot look for " + name + ": long text is no key", null);
        }
        if (!mapping.onlyKnown() && !key.is(Trait.CREATEABLE) && !key.type().equals("id")) {
            error(place, "not-writeable", "the integration user may not write " + name, null);
        }
    }

    private static boolean isKey(Field field) {
        return field.is(Trait.EXTERNAL_ID) || field.is(Trait.ID_LOOKUP);
    }

    private Set<String> keys() {
        return describe.fields().keySet();
    }

    private String anyKey() {
        List<String> candidates = describe.fields().values().stream()
                .filter(field -> field.is(Trait.EXTERNAL_ID) && field.is(Trait.UNIQUE))
                .map(Field::name)
                .toList();
        return candidates.size() == 1 ? candidates.get(0) : null;
    }

    private void checkRequired(Field required) {
        if (required.name().equals(mapping.keyField())) {
            return;
        }
        mapping.fields().stream()
                .filter(field -> field.name().equals(required.name()))
                .findFirst()
                .ifPresentOrElse(this::checkGiven, () -> {
                    String what = "the org makes no " + describe.sobject() + " without '" + required.name() + "'";
                    error(mapping.file().place("/fields"), "missing-field", what, null);
                });
    }

    private void checkGiven(FieldMapping field) {
        boolean given = field.otherwise() != null
                || field.reference() != null
                || field.result().always();
        if (!given) {
            findings.accept(Finding.warning(
                    field.place(),
                    "may-be-missing",
                    "the org makes no " + describe.sobject() + " without '" + field.name()
                            + "', and this may give no value: give a 'default'"));
        }
    }

    private void checkCurrency() {
        boolean said = mapping.fieldNames().contains(CURRENCY);
        if (said || !describe.fields().containsKey(CURRENCY)) {
            return;
        }
        mapping.fields().stream()
                .filter(field -> describe.fields().containsKey(field.name())
                        && describe.fields().get(field.name()).type().equals("currency"))
                .forEach(field -> findings.accept(Finding.warning(
                        field.place(),
                        "no-currency",
                        "the org has several currencies, and this amount would count in the integration user's own:"
                                + " map 'CurrencyIsoCode' too")));
    }

    private void error(Place place, String rule, String what, String didYouMean) {
        findings.accept(Finding.error(place, rule, what, didYouMean));
    }
}
