package dev.parley.report;

import dev.parley.conversation.Role;
import dev.parley.mapping.MappingSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the bot could not do and passed on, as proposals for its menu: what visitors wanted, most often first. */
public final class BotReport {

    private static final int MOST_EXAMPLES = 3;

    private final Hearing hearing;
    private final Supplier<MappingSet> mappings;

    /** Over the conversations of the store, by the mapping files in force. */
    public BotReport(Hearing hearing, Supplier<MappingSet> mappings) {
        this.hearing = hearing;
        this.mappings = mappings;
    }

    /**
     * The proposals.
     *
     * @param since what was said earlier is left out
     * @param complete false if there are more conversations than were looked at
     * @param conversations in which a bot spoke
     * @param given how many of them were more than it could do
     * @param rows the most frequent first
     */
    public record Proposals(Instant since, boolean complete, long conversations, long given, List<Proposal> rows) {}

    /**
     * Something for the menu.
     *
     * @param function what visitors wanted it for; {@code none} where nobody can tell
     * @param topic a product, or the word that most of these messages share; null if they share none
     * @param conversations how often
     * @param wantedPerson how often the visitor asked for a person
     * @param passedOn how often an agent took over
     * @param saidAgain how often the visitor or the bot said the same twice
     * @param unanswered how often it ended with the visitor's question
     * @param examples a few of the visitors' sentences
     */
    public record Proposal(
            String function,
            String topic,
            long conversations,
            long wantedPerson,
            long passedOn,
            long saidAgain,
            long unanswered,
            List<Example> examples) {}

    /**
     * A visitor's sentence.
     *
     * @param conversation as {@code source:id}
     * @param message its id there
     * @param said the sentence, at most 200 characters
     */
    public record Example(String conversation, String message, String said) {}

    /** What the bot was asked for since then. */
    public Proposals of(Instant since) {
        List<GivenUp> all = new ArrayList<>();
        long[] heard = {0};
        boolean complete = hearing.each(Period.since(since), Role.BOT, conversation -> {
            heard[0]++;
            GivenUp.of(conversation).ifPresent(all::add);
        });
        return new Proposals(since, complete, heard[0], all.size(), rows(all));
    }

    private List<Proposal> rows(List<GivenUp> all) {
        Set<String> general = GeneralWords.of(mappings.get().talk());
        List<Proposal> rows = new ArrayList<>();
        all.stream()
                .collect(Collectors.groupingBy(GivenUp::function, TreeMap::new, Collectors.toList()))
                .forEach((function, group) -> new Topics(general, group)
                        .groups()
                        .forEach((topic, members) -> rows.add(proposal(function, topic, members))));
        rows.sort(Comparator.comparing(Proposal::conversations).reversed().thenComparing(Proposal::function));
        return rows;
    }

    private static Proposal proposal(String function, String topic, List<GivenUp> members) {
        return new Proposal(
                function,
                topic.isEmpty() ? null : topic,
                members.size(),
                count(members, GivenUp::wantedPerson),
                count(members, GivenUp::passedOn),
                count(members, GivenUp::saidAgain),
                count(members, GivenUp::unanswered),
                examples(members));
    }

    private static long count(List<GivenUp> members, Predicate<GivenUp> which) {
        return members.stream().filter(which).count();
    }

    /** Each sentence once. */
    private static List<Example> examples(List<GivenUp> members) {
        Map<String, Example> bySentence = new TreeMap<>();
        members.stream()
                .filter(member -> !member.said().isBlank())
                .forEach(member -> bySentence.putIfAbsent(
                        member.said(),
                        new Example(member.key().source() + ":" + member.key().id(), member.message(), member.said())));
        return bySentence.values().stream().limit(MOST_EXAMPLES).toList();
    }
}
