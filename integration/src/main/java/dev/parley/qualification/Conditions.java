package dev.parley.qualification;

import dev.parley.mapping.Condition;
import dev.parley.mapping.Condition.Demand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Says whether the conditions of the mapping files hold for a conversation, and what shows it. */
final class Conditions {

    private final List<Note> visitors;
    private final Circumstances around;
    private final String stage;
    private final String main;
    private final double certainty;

    /**
     * Over a conversation.
     *
     * @param notes all notes, in the conversation's order
     * @param certainty how sure a function must be to count
     * @param stage the relationship stage, or null while it is what is asked for
     * @param main what the conversation is for first of all, or null if nothing
     */
    Conditions(List<Note> notes, Circumstances around, double certainty, String stage, String main) {
        this.visitors = notes.stream().filter(Note::isVisitors).toList();
        this.around = around;
        this.stage = stage;
        this.main = main;
        this.certainty = certainty;
    }

    /** What shows that all of it holds; empty if something does not. */
    Optional<List<Evidence>> evidence(Condition asked) {
        List<Evidence> evidence = new ArrayList<>();
        boolean holds = any(asked.functions(), this::function, evidence)
                && any(asked.mainly(), name -> name.equals(main) ? function(name) : Optional.empty(), evidence)
                && any(asked.signals(), this::signal, evidence)
                && any(asked.entities(), this::mention, evidence)
                && any(
                        asked.stages(),
                        name -> name.equals(stage) ? crm("the stage is " + name) : Optional.empty(),
                        evidence)
                && any(asked.opportunity(), this::opportunity, evidence)
                && any(asked.person(), this::person, evidence)
                && account(asked.account(), evidence)
                && numbers(asked, evidence);
        return holds ? Optional.of(List.copyOf(evidence)) : Optional.empty();
    }

    /** Of a list any one, in the order of the alphabet so that the same files always say the same. */
    private static boolean any(Set<String> names, Function<String, Optional<Evidence>> shown, List<Evidence> evidence) {
        if (names.isEmpty()) {
            return true;
        }
        Optional<Evidence> first = new TreeSet<>(names)
                .stream().map(shown).flatMap(Optional::stream).findFirst();
        first.ifPresent(evidence::add);
        return first.isPresent();
    }

    private static Optional<Evidence> crm(String what) {
        return Optional.of(Evidence.ofCrm(what));
    }

    /** The message that is used for it most surely. */
    private Optional<Evidence> function(String name) {
        record Used(Note note, Use use) {}
        return visitors.stream()
                .flatMap(note -> note.uses().stream()
                        .filter(use -> use.function().equals(name) && use.confidence() >= certainty)
                        .map(use -> new Used(note, use)))
                .max(Comparator.comparingDouble(used -> used.use().confidence()))
                .map(used -> new Evidence(
                        used.use().told(), used.note().id(), used.use().evidence()));
    }

    private Optional<Evidence> signal(String name) {
        return visitors.stream()
                .flatMap(note -> note.signs().stream()
                        .filter(sign -> sign.signal().equals(name))
                        .map(sign -> new Evidence(name, note.id(), sign.quote())))
                .findFirst();
    }

    private Optional<Evidence> mention(String kind) {
        return visitors.stream()
                .flatMap(note -> note.mentions().stream()
                        .filter(mention -> mention.kind().equals(kind))
                        .map(mention -> new Evidence(kind + " " + mention.value(), note.id(), mention.quote())))
                .findFirst();
    }

    private Optional<Evidence> opportunity(String name) {
        return around.opportunity().contains(name)
                ? crm(name.equals("won") ? "the account has a won opportunity" : "there is an open opportunity")
                : Optional.empty();
    }

    private Optional<Evidence> person(String name) {
        return name.equals(around.person()) ? crm("the CRM knows the visitor as a " + name) : Optional.empty();
    }

    private boolean account(Map<String, Demand> demands, Collection<Evidence> evidence) {
        for (Map.Entry<String, Demand> demand : new TreeMap<>(demands).entrySet()) {
            String value = around.account().get(demand.getKey());
            if (value == null || !demand.getValue().meets(value)) {
                return false;
            }
            evidence.add(Evidence.ofCrm("the account's " + demand.getKey() + " is " + value));
        }
        return true;
    }

    private boolean numbers(Condition asked, Collection<Evidence> evidence) {
        return number(asked.visitorMessages(), visitors.size(), "messages of the visitor: ", evidence)
                && number(
                        asked.contactDays(),
                        days(around.contactSince(), around.lastAt()),
                        "days in the CRM: ",
                        evidence)
                && recent(asked.recentDays(), evidence)
                && (asked.reachable() == null || reachable(asked.reachable(), evidence));
    }

    private static boolean number(Integer least, Long number, String what, Collection<Evidence> evidence) {
        if (least == null) {
            return true;
        }
        boolean holds = number != null && number >= least;
        if (holds) {
            evidence.add(Evidence.ofCrm(what + number));
        }
        return holds;
    }

    private static boolean number(Integer least, int number, String what, Collection<Evidence> evidence) {
        return number(least, Long.valueOf(number), what, evidence);
    }

    /** From the visitor's last word to the conversation's last event: never to the clock, or it would never rest. */
    private boolean recent(Integer most, Collection<Evidence> evidence) {
        if (most == null) {
            return true;
        }
        Optional<Note> last = visitors.isEmpty() ? Optional.empty() : Optional.of(visitors.get(visitors.size() - 1));
        Long days = last.map(note -> days(note.at(), around.lastAt())).orElse(null);
        boolean holds = days != null && days <= most;
        if (holds) {
            evidence.add(new Evidence(
                    "the visitor's last word", last.get().id(), last.get().opening()));
        }
        return holds;
    }

    private boolean reachable(boolean wanted, Collection<Evidence> evidence) {
        boolean is = around.reachable()
                || Stream.of("email", "phone").map(this::mention).anyMatch(Optional::isPresent);
        if (is == wanted) {
            evidence.add(Evidence.ofCrm(is ? "the visitor can be reached" : "the visitor cannot be reached"));
        }
        return is == wanted;
    }

    private static Long days(Instant from, Instant to) {
        return from == null || to == null
                ? null
                : Long.valueOf(Math.max(0, Duration.between(from, to).toDays()));
    }
}
