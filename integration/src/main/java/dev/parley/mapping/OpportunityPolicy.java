package dev.parley.mapping;

import dev.parley.mapping.IdentityPolicy.Thresholds;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * How the open opportunities of an account are told apart.
 *
 * @param thresholds how sure it must be
 * @param weights how much each kind of evidence says, in natural log-odds; 0 for nothing
 * @param stages how far a stage speaks for an opportunity, from 0 to 1, by the stage's name
 * @param noneOfThem how likely it is beforehand that the talk is about none of them, in natural log-odds
 * @param onBuyingSignal whether one is made when a visitor wants to buy and the account has none
 * @param buyingSignals functions of messages ({@code functions/}) that say that somebody wants to buy
 */
public record OpportunityPolicy(
        Thresholds thresholds,
        Map<Weight, Double> weights,
        Map<String, Double> stages,
        double noneOfThem,
        boolean onBuyingSignal,
        Set<String> buyingSignals) {

    static final OpportunityPolicy DEFAULT = new OpportunityPolicy(
            new Thresholds(0.75, 0.2), Map.of(), Map.of(), -2, false, Set.of("purchase-decision"));

    /** What may speak for an opportunity. */
    public enum Weight {
        /** The contact has a role on it. */
        ROLE(3),
        /** The visitor's lead was converted to it. */
        CONVERTED(4),
        /** Its owner takes part in the conversation. */
        OWNER(1.6),
        /** How much of its name is spoken of. */
        PRODUCT(1),
        /** Its amount is spoken of. */
        AMOUNT(2.5),
        /** The stage that it has reached. */
        STAGE(0.5),
        /** How short before the conversation it was changed. */
        RECENCY(0.7),
        /** The visitor came by its campaign. */
        CAMPAIGN(2);

        private final double usual;

        Weight(double usual) {
            this.usual = usual;
        }
    }

    public OpportunityPolicy {
        Map<Weight, Double> all = new EnumMap<>(Weight.class);
        for (Weight weight : Weight.values()) {
            all.put(weight, weights.getOrDefault(weight, weight.usual));
        }
        weights = Collections.unmodifiableMap(all);
        stages = Map.copyOf(stages);
        buyingSignals = Set.copyOf(buyingSignals);
    }

    /** How much that evidence says. */
    public double weight(Weight weight) {
        return weights.get(weight);
    }
}
