package dev.parley.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.identity.Owners.Colleague;
import dev.parley.mail.Mail;
import dev.parley.mail.Outbox;
import dev.parley.words.Page;
import dev.parley.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the owner of an opportunity, else of the account, by mail that somebody new of that account has come to the chat:
 * once for each person, and only where sellers are spoken to at all (mode {@code handoff}).
 */
public final class NewPeople implements Consumer<List<Plan>> {

    private static final Logger LOG = LoggerFactory.getLogger(NewPeople.class);
    private static final Set<String> SURE = Set.of("Auto", "Manual");
    private static final int LONGEST_SUBJECT = 200;

    private final Outbox outbox;
    private final Function<String, Optional<Colleague>> colleagues;
    private final String crmUrl;
    private final String language;

    /**
     * Makes it.
     *
     * @param outbox where the mails go
     * @param colleagues gives a user of the org by id; none for a queue
     * @param crmUrl base of the links to records
     * @param language for whom no other is known (BCP 47)
     */
    public NewPeople(Outbox outbox, Function<String, Optional<Colleague>> colleagues, String crmUrl, String language) {
        this.outbox = outbox;
        this.colleagues = colleagues;
        this.crmUrl = crmUrl;
        this.language = language;
    }

    @Override
    public void accept(List<Plan> plans) {
        plans.forEach(plan -> mail(plan).ifPresent(name -> tell(plan.dossier(), name)));
    }

    /** The name of the mail that a conversation is worth, the same for the same person of the same account. */
    public static Optional<String> mail(Plan plan) {
        return isNews(plan) && owner(plan.dossier()) != null
                ? Optional.of(
                        "new-person:" + plan.dossier().at("/identity/accountId").asText() + ":"
                                + plan.dossier().at("/visitor/externalId").asText())
                : Optional.empty();
    }

    private static boolean isNews(Plan plan) {
        if (!plan.speaksToSellers()) {
            return false;
        }
        JsonNode identity = plan.dossier().path("identity");
        return identity.path("kind").asText().equals("new")
                && identity.hasNonNull("accountId")
                && SURE.contains(identity.path("decision").asText())
                && plan.dossier().path("visitor").hasNonNull("externalId");
    }

    private static String owner(ObjectNode dossier) {
        return dossier.at("/opportunity/ownerId")
                .asText(dossier.at("/account/ownerId").asText(null));
    }

    private void tell(ObjectNode dossier, String name) {
        colleagues.apply(owner(dossier)).ifPresent(seller -> tell(dossier, name, seller));
    }

    private void tell(ObjectNode dossier, String name, Colleague seller) {
        String account = dossier.at("/identity/accountId").asText();
        try {
            List<String> languages = Stream.of(Optional.ofNullable(seller.language()), Optional.of(language))
                    .flatMap(Optional::stream)
                    .toList();
            Words words = Words.of(NewPeople.class, languages);
            List<String> lines = lines(words, dossier, account);
            outbox.put(Mail.named(
                    name,
                    seller.email(),
                    subject(words, dossier),
                    text(lines),
                    page(words, lines).outerHtml()));
        } catch (IllegalArgumentException e) {
            // What was said must reach the CRM all the same.
            LOG.warn("The owner of account {} cannot be told of somebody new: {}", account, e.getMessage());
        }
    }

    private static String subject(Words words, ObjectNode dossier) {
        String line = words.of(
                "subject",
                dossier.at("/account/name").asText(words.of("yourAccount")),
                dossier.at("/visitor/name").asText(words.of("noName")));
        String clean = Mail.oneLine(line);
        return clean.codePointCount(0, clean.length()) <= LONGEST_SUBJECT
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST_SUBJECT));
    }

    private List<String> lines(Words words, ObjectNode dossier, String account) {
        String opportunity = dossier.at("/identity/opportunityId").asText(null);
        String page = opportunity == null ? "Account/" + account : "Opportunity/" + opportunity;
        return List.of(words.of("noContact"), about(words, dossier), crmUrl + "/lightning/r/" + page + "/view");
    }

    /** A summary of several lines begins below the words that introduce it. */
    private static String about(Words words, ObjectNode dossier) {
        JsonNode summary = dossier.at("/conversation/summary");
        String told = summary.isTextual() ? words.retoldSummary(summary.textValue()) : words.of("seeRecord");
        return words.of("about", told.contains("\n") ? "\n" + told : told);
    }

    private static String text(List<String> lines) {
        return String.join("\n\n", lines) + "\n";
    }

    private static Document page(Words words, List<String> lines) {
        Document page = Page.of(words, lines.get(0));
        String address = lines.get(lines.size() - 1);
        lines.subList(0, lines.size() - 1).forEach(line -> page.body()
                .appendElement("p")
                .attr("style", "white-space:pre-line")
                .text(line));
        page.body().appendElement("p").appendElement("a").attr("href", address).text(address);
        return page;
    }
}
