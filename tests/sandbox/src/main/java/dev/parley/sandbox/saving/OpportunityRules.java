package dev.parley.sandbox.saving;

import dev.parley.sandbox.records.Records;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.schema.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/** An opportunity's stage says whether it is closed or won, and how probable it is unless the record says otherwise. */
final class OpportunityRules {
    private final Schema org;
    private final Records records;

    OpportunityRules(Schema org, Records records) {
        this.org = org;
        this.records = records;
    }

    void apply(SObject before, Map<String, Object> values) {
        Object stageName = values.get("StageName");
        boolean newStage =
                before == null || !before.values().getOrDefault("StageName", "").equals(stageName);
        boolean ownProbability = before == null
                ? values.containsKey("Probability")
                : values.containsKey("Probability")
                        && !values.get("Probability").equals(before.get("Probability"));
        stage(stageName).filter(stage -> newStage).ifPresent(stage -> {
            values.put("IsClosed", stage.isTrue("IsClosed"));
            values.put("IsWon", stage.isTrue("IsWon"));
            values.put("ForecastCategory", stage.get("ForecastCategory"));
            values.put("ForecastCategoryName", stage.get("ForecastCategoryName"));
            if (!ownProbability) {
                values.put("Probability", stage.get("DefaultProbability"));
            }
        });
        expectedRevenue(values);
    }

    private Optional<SObject> stage(Object name) {
        return org.find("OpportunityStage").stream()
                .flatMap(records::all)
                .filter(stage -> stage.get("ApiName").equals(name))
                .findFirst();
    }

    private static void expectedRevenue(Map<String, Object> values) {
        if (values.get("Amount") instanceof BigDecimal amount
                && values.get("Probability") instanceof BigDecimal probability) {
            BigDecimal hundredth = probability.movePointLeft(2);
            values.put("ExpectedRevenue", amount.multiply(hundredth).setScale(2, RoundingMode.HALF_UP));
        } else {
            values.remove("ExpectedRevenue");
        }
    }
}
