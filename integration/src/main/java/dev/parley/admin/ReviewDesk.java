package dev.parley.admin;

import dev.parley.channel.Problem;
import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.Snapshot;
import dev.parley.crm.CrmException;
import dev.parley.delivery.Plan;
import dev.parley.identity.Identity;
import dev.parley.identity.Manual;
import dev.parley.words.Sayings;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Header;

/** Shows which conversations wait for a person to say whose they are, and takes what the person says. */
public final class ReviewDesk {

    private static final int MOST = 100;
    private static final int USUAL = 25;

    private final Parts parts;

    ReviewDesk(Parts parts) {
        this.parts = parts;
    }

    /** A page of reviews; {@code next} is null at the end. */
    record Page(List<ReviewView> reviews, String next) {}

    /** {@code GET /v1/reviews}; in English where {@code lang} names no language that there are words in. */
    public String list(@Header("after") String after, @Header("limit") String limit, @Header("lang") String language) {
        Sayings sayings = Sayings.orEnglish(language);
        int most = (int) number(limit, "limit", 1, USUAL, MOST);
        List<Long> rows = parts.linking().links().inReview(number(after, "after", 0, 0, Long.MAX_VALUE), most);
        List<ReviewView> reviews = parts.due().lookAt(rows).stream()
                .map(parts.planner()::plan)
                .filter(plan -> plan.identity().decision() == Identity.Decision.REVIEW)
                .map(plan -> ReviewView.of(plan, sayings))
                .toList();
        String next = rows.size() < most ? null : String.valueOf(rows.get(rows.size() - 1));
        return JsonAnswer.of(new Page(reviews, next));
    }

    /** {@code POST /v1/reviews/{source}/{id}}. */
    public String decide(@Header("source") String source, @Header("id") String id, @Body byte[] body) {
        ReviewAnswer answer = ReviewAnswer.read(body);
        Snapshot conversation = parts.due().look(List.of(new ConversationKey(source, id))).stream()
                .findFirst()
                .orElseThrow(() -> Problem.of(404, "No conversation of this source has this id.")
                        .exception());
        Plan plan = parts.planner().plan(conversation);
        Map<String, String> links = links(answer, plan.identity());
        check(links);
        try {
            parts.linking().deciding().link(conversation, links, answer.always());
        } catch (CrmException e) {
            throw Problem.of(503, "The CRM cannot be asked just now (" + e.kind() + "): " + e.getMessage())
                    .exception();
        }
        return JsonAnswer.of(ReviewView.of(parts.planner().plan(conversation), Sayings.in("en")));
    }

    /** Between the look and the answer the CRM may have changed, and with it what is proposed. */
    private static Map<String, String> links(ReviewAnswer answer, Identity identity) {
        boolean accepts = answer.decision() == ReviewAnswer.Kind.ACCEPT;
        if (accepts && identity.decision() != Identity.Decision.REVIEW) {
            throw Problem.of(
                            409,
                            "The conversation does not wait for a person: there is nothing to accept. Choose records"
                                    + " to link it otherwise.")
                    .exception();
        }
        if (accepts && !answer.names(identity)) {
            throw Problem.of(
                            409,
                            "What is proposed now is not what the answer accepts: look at the review once more. To"
                                    + " accept, give the accountId, contactId, leadId and opportunityId that it shows.")
                    .exception();
        }
        return answer.links();
    }

    /** A record that is not there would be refused by the CRM, long after the answer. */
    private void check(Map<String, String> links) {
        Map<String, String> sobjects = Map.of(
                Manual.ACCOUNT, "Account",
                Manual.CONTACT, "Contact",
                Manual.LEAD, "Lead",
                Manual.OPPORTUNITY, "Opportunity");
        links.forEach((field, id) -> {
            if (id != null && parts.directory().current(sobjects.get(field), id).isEmpty()) {
                throw Problem.of(
                                400,
                                "There is no " + sobjects.get(field) + " '" + id + "' that Parley knows: give the id"
                                        + " of 18 characters from the address of its page.")
                        .exception();
            }
        });
    }

    private static long number(String text, String name, long least, long usual, long most) {
        try {
            long number = text == null ? usual : Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of range.
        }
        throw Problem.of(400, "'" + name + "' is no whole number from " + least + " to " + most + ".")
                .exception();
    }
}
