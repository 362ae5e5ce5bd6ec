package dev.parley.sandbox.saving;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What an administrator has set up: assignment rules and duplicate rules. Neither is there in a new org. */
public final class OrgRules {
    private final Map<String, AssignmentRule> assignment = new ConcurrentHashMap<>();
    private final Set<String> duplicates = ConcurrentHashMap.newKeySet();

    /**
     * A rule that gives every record of a type to one owner.
     *
     * @param id the rule's id
     * @param ownerId who gets the records
     */
    public record AssignmentRule(String id, String ownerId) {}

    /** Sets the active assignment rule of a type, Lead or Case; null takes it away. */
    public void assign(String type, AssignmentRule rule) {
        if (rule == null) {
            assignment.remove(type);
        } else {
            assignment.put(type, rule);
        }
    }

    /** Switches the standard duplicate rule of a type, Lead or Contact, on or off. */
    public void detectDuplicates(String type, boolean on) {
        if (on) {
            duplicates.add(type);
        } else {
            duplicates.remove(type);
        }
    }

    /** Takes every rule away. */
    public void clear() {
        assignment.clear();
        duplicates.clear();
    }

    /** The rule that {@code Sforce-Auto-Assign} asks for: the active one for TRUE, none for FALSE, or the one named. */
    Optional<AssignmentRule> assignment(String type, String autoAssign) {
        Optional<AssignmentRule> rule = Optional.ofNullable(assignment.get(type));
        return switch (autoAssign.toUpperCase(Locale.ROOT)) {
            case "TRUE" -> rule;
            case "FALSE" -> Optional.empty();
            default -> rule.filter(active -> active.id().startsWith(autoAssign));
        };
    }

    boolean detectsDuplicates(String type) {
        return duplicates.contains(type);
    }
}
