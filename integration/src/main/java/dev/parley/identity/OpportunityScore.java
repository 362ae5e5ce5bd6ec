package dev.parley.identity;

import com.google.common.base.Splitter;
import dev.parley.mapping.OpportunityPolicy;
import dev.parley.mapping.OpportunityPolicy.Weight;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How likely it is that a conversation is about one of several opportunities, by what speaks for each. */
final class OpportunityScore {

    private static final double HALF_LIFE_DAYS = 30;
    private static final int SHORTEST_WORD = 3;
    private static final Splitter WORDS = Splitter.onPattern("[^\\p{L}\\p{N}]+").omitEmptyStrings();

    private final OpportunityPolicy policy;
    private final Talk talk;
    private final Set<String> said;
    private final Amounts amounts;

    /** @param said what was said in the conversation */
    OpportunityScore(OpportunityPolicy policy, Talk talk, String said) {
        this.policy = policy;
        this.talk = talk;
        this.said = words(said);
        this.amounts = Amounts.in(said);
    }

    /**
     * An opportunity.
     *
     * @param role of the contact on it, empty for a role without a name, or null for none
     * @param converted whether the visitor's lead was converted to it
     * @param company words of its account's name, which every opportunity of the account may carry
     */
    record Offered(Known record, String role, boolean converted, String company) {}

    /**
     * How likely it is meant.
     *
     * @param probability from 0 to 1; those of all and of none of them add up to 1
     * @param reasons what speaks for it
     */
    record Scored(Offered offered, double probability, List<String> reasons) {}

    /** A conditional logit: each kind of evidence multiplies the odds, and the odds share what is certain. */
    List<Scored> of(List<Offered> all) {
        List<Map<Weight, Double>> evidence = all.stream().map(this::evidence).toList();
        double[] odds = evidence.stream()
                .mapToDouble(speaks -> Math.exp(speaks.entrySet().stream()
                        .mapToDouble(each -> policy.weight(each.getKey()) * each.getValue())
                        .sum()))
                .toArray();
        double sum = Math.exp(policy.noneOfThem()) + Arrays.stream(odds).sum();
        List<Scored> scored = new ArrayList<>();
        for (int i = 0; i < odds.length; i++) {
            double probability = Math.round(odds[i] / sum * 100) / 100.0;
            scored.add(new Scored(all.get(i), probability, reasons(evidence.get(i))));
        }
        return scored;
    }

    private Map<Weight, Double> evidence(Offered offered) {
        Known record = offered.record();
        Map<Weight, Double> speaks = new EnumMap<>(Weight.class);
        speaks.put(Weight.ROLE, offered.role() == null ? 0 : 1.0);
        speaks.put(Weight.CONVERTED, offered.converted() ? 1.0 : 0);
        speaks.put(Weight.OWNER, talk.users().contains(String.valueOf(record.text("OwnerId"))) ? 1.0 : 0);
        speaks.put(Weight.PRODUCT, product(offered));
        speaks.put(Weight.AMOUNT, amount(record) ? 1.0 : 0);
        speaks.put(Weight.STAGE, policy.stages().getOrDefault(String.valueOf(record.text("StageName")), 0.0));
        speaks.put(Weight.RECENCY, recency(record));
        speaks.put(Weight.CAMPAIGN, campaign(record) ? 1.0 : 0);
        speaks.values().removeIf(value -> value == 0);
        return speaks;
    }

    private double product(Offered offered) {
        Set<String> named = words(offered.record().text("Name"));
        named.removeAll(words(offered.company()));
        long spoken = named.stream().filter(said::contains).count();
        return named.isEmpty() ? 0 : (double) spoken / named.size();
    }

    private boolean amount(Known record) {
        return record.fields().path("Amount").isNumber()
                && amounts.contain(record.fields().path("Amount").decimalValue());
    }

    /** From the conversation's last event, so that the same conversation always gives the same. */
    private double recency(Known record) {
        if (talk.lastAt() == null || record.text("LastModifiedDate") == null) {
            return 0;
        }
        try {
            Instant changed = OffsetDateTime.parse(
                            record.text("LastModifiedDate").replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                    .toInstant();
            double days = Math.max(0, Duration.between(changed, talk.lastAt()).toHours() / 24.0);
            return Math.pow(0.5, days / HALF_LIFE_DAYS);
        } catch (DateTimeParseException e) {
            return 0;
        }
    }

    private boolean campaign(Known record) {
        String came = talk.campaign();
        return came != null
                && (came.equals(record.text("CampaignId"))
                        || (!words(came).isEmpty() && words(record.text("Name")).containsAll(words(came))));
    }

    private static List<String> reasons(Map<Weight, Double> speaks) {
        return speaks.keySet().stream()
                .map(weight -> switch (weight) {
                    case ROLE -> "the contact has a role on it";
                    case CONVERTED -> "the lead was converted to it";
                    case OWNER -> "its owner takes part";
                    case PRODUCT -> "its name is spoken of";
                    case AMOUNT -> "its amount is spoken of";
                    case STAGE -> "its stage";
                    case RECENCY -> "it was changed lately";
                    case CAMPAIGN -> "its campaign brought the visitor";
                })
                .toList();
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        if (text != null) {
            WORDS.splitToStream(text.toLowerCase(Locale.ROOT))
                    .filter(word -> word.codePointCount(0, word.length()) >= SHORTEST_WORD)
                    .forEach(words::add);
        }
        return words;
    }
}
