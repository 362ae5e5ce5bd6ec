package dev.parley.report;

import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.Role;
import dev.parley.qualification.Mention;
import dev.parley.qualification.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a bot could not do in one conversation.
 *
 * @param key the conversation
 * @param message the visitor's message that it was about
 * @param function what the message was for; {@code none} where nobody can tell
 * @param said the sentence that says so
 * @param product a product that it names, or null
 * @param words of the message
 * @param wantedPerson the visitor asked for a person
 * @param passedOn an agent took over
 * @param saidAgain the visitor or the bot said the same twice
 * @param unanswered the conversation ended with the visitor's question
 */
record GivenUp(
        ConversationKey key,
        String message,
        String function,
        String said,
        String product,
        Set<String> words,
        boolean wantedPerson,
        boolean passedOn,
        boolean saidAgain,
        boolean unanswered) {

    static final String NONE = "none";
    private static final String WANTS_PERSON = "wants-human";

    /** Said beside what a message is about. */
    private static final Set<String> BESIDE = Set.of(WANTS_PERSON, "relationship-maintenance", "praise");

    /** Empty if the bot did well, or nobody asked it for anything. */
    static Optional<GivenUp> of(Heard heard) {
        List<Line> part = part(heard.lines());
        boolean passedOn = part.size() < heard.lines().size();
        boolean wanted = part.stream().anyMatch(line -> has(line, WANTS_PERSON));
        List<Line> before = sinceAgents(heard.earlier());
        boolean again = saysAgain(before, part, Role.VISITOR) || saysAgain(before, part, Role.BOT);
        boolean unanswered = !passedOn && endsWithQuestion(part);
        if (!(passedOn || wanted || again || unanswered)) {
            return Optional.empty();
        }
        return subject(part).map(line -> {
            Optional<Use> use = use(line);
            return new GivenUp(
                    heard.key(),
                    line.note().id(),
                    use.map(Use::function).orElse(NONE),
                    said(line, use),
                    product(line),
                    Wording.of(line.text()),
                    wanted,
                    passedOn,
                    again,
                    unanswered);
        });
    }

    /** Up to where an agent takes the word after the bot; none where the bot said nothing before the agents. */
    private static List<Line> part(List<Line> lines) {
        boolean bot = false;
        for (int i = 0; i < lines.size(); i++) {
            bot |= lines.get(i).role() == Role.BOT;
            if (lines.get(i).role() == Role.AGENT) {
                return bot ? lines.subList(0, i) : List.of();
            }
        }
        return lines;
    }

    /** The visitor's last message that is for something; else the last that asks for a person; else the last one. */
    private static Optional<Line> subject(List<Line> part) {
        List<Line> visitors =
                part.stream().filter(line -> line.role() == Role.VISITOR).toList();
        return last(visitors.stream()
                        .filter(line -> line.note().uses().stream().anyMatch(use -> !BESIDE.contains(use.function())))
                        .toList())
                .or(() -> last(visitors.stream()
                        .filter(line -> has(line, WANTS_PERSON))
                        .toList()))
                .or(() -> last(visitors));
    }

    private static Optional<Line> last(List<Line> lines) {
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
    }

    private static Optional<Use> use(Line line) {
        return line.note().uses().stream()
                .filter(use -> !BESIDE.contains(use.function()))
                .findFirst()
                .or(() -> line.note().uses().stream().findFirst());
    }

    private static String said(Line line, Optional<Use> use) {
        String opening = line.note().opening() == null ? "" : line.note().opening();
        return use.map(Use::evidence).orElse(opening);
    }

    private static String product(Line line) {
        return line.note().mentions().stream()
                .filter(mention -> mention.kind().equals("product"))
                .map(Mention::value)
                .findFirst()
                .orElse(null);
    }

    private static boolean has(Line line, String function) {
        return line.note().uses().stream().anyMatch(use -> use.function().equals(function));
    }

    /** What the bot and the visitor said to each other before, and no agent since. */
    private static List<Line> sinceAgents(List<Line> earlier) {
        int from = earlier.size();
        while (from > 0 && earlier.get(from - 1).role() != Role.AGENT) {
            from--;
        }
        return earlier.subList(from, earlier.size());
    }

    /** Whether somebody of this role says again in this part what they said, there or before, ere the other side spoke. */
    private static boolean saysAgain(List<Line> before, List<Line> part, Role role) {
        List<Set<String>> said = new ArrayList<>();
        before.stream().filter(line -> line.role() == role).forEach(line -> said.add(Wording.of(line.text())));
        boolean answered = before.stream().anyMatch(line -> line.role() != role);
        for (Line line : part) {
            Set<String> words = Wording.of(line.text());
            if (line.role() != role) {
                answered = true;
            } else if (answered && said.stream().anyMatch(already -> Wording.alike(already, words))) {
                return true;
            } else {
                said.add(words);
            }
        }
        return false;
    }

    private static boolean endsWithQuestion(List<Line> part) {
        Optional<Line> end = last(part.stream()
                .filter(line -> line.role() != Role.BOT || !line.note().putsOff())
                .toList());
        return end.filter(line ->
                        line.role() == Role.VISITOR && !line.note().questions().isEmpty())
                .isPresent();
    }
}
