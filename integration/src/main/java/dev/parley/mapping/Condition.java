package dev.parley.mapping;

import java.util.Map;
import java.util.Set;

/**
 * What must hold for a line of {@code qualification.yaml} to count: all that it names, and of each list any one.
 * What is empty or null is not asked for.
 *
 * @param functions what the visitor uses the conversation for
 * @param mainly what they use it for first of all
 * @param signals what the visitor's sentences show
 * @param entities what is mentioned, such as {@code seats}
 * @param stages the relationship stage
 * @param account demands on the account's fields, by API name
 * @param opportunity {@code open} or {@code won}: the account has one
 * @param person {@code contact} or {@code lead}: the CRM knows the visitor as one
 * @param contactDays fewest days that the contact has been in the CRM, at the conversation's last event
 * @param visitorMessages fewest messages of the visitor
 * @param recentDays most days from the visitor's last word to the conversation's last event
 * @param reachable whether the visitor has left an e-mail address or a phone number
 */
public record Condition(
        Set<String> functions,
        Set<String> mainly,
        Set<String> signals,
        Set<String> entities,
        Set<String> stages,
        Map<String, Demand> account,
        Set<String> opportunity,
        Set<String> person,
        Integer contactDays,
        Integer visitorMessages,
        Integer recentDays,
        Boolean reachable) {

    public Condition {
        functions = Set.copyOf(functions);
        mainly = Set.copyOf(mainly);
        signals = Set.copyOf(signals);
        entities = Set.copyOf(entities);
        stages = Set.copyOf(stages);
        account = Map.copyOf(account);
        opportunity = Set.copyOf(opportunity);
        person = Set.copyOf(person);
    }

    /**
     * What a field of the account must be.
     *
     * @param values any of them, in any case; empty for no demand
     * @param least the smallest number, or null
     * @param most the largest number, or null
     */
    public record Demand(Set<String> values, Double least, Double most) {

        public Demand {
            values = Set.copyOf(values);
        }

        /** Whether a field's value, as text, meets it. */
        public boolean meets(String value) {
            if (!values.isEmpty()) {
                return values.stream().anyMatch(value::equalsIgnoreCase);
            }
            try {
                double number = Double.parseDouble(value);
                return (least == null || number >= least) && (most == null || number <= most);
            } catch (NumberFormatException e) {
                return false;
            }
        }
    }
}
