package dev.parley.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.ConversationKey;
import dev.parley.mail.Mail;
import dev.parley.mail.Outbox;
import dev.parley.store.Tx;
import dev.parley.words.Page;
import dev.parley.words.Words;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells sellers by mail; each offer once, however often it is told. What is written goes out with the next {@link #send}:
 * each by itself would wait for a commit of its own.
 */
final class OfferMail {
    private static final Logger LOG = LoggerFactory.getLogger(OfferMail.class);
    private static final int LONGEST_SUBJECT = 200;

    private final Outbox outbox;
    private final OfferLinks links;

    /** What is written and not put in yet. */
    private final List<Letter> written = new ArrayList<>();

    private ConversationKey about;

    private record Letter(ConversationKey about, Mail mail) {}

    OfferMail(Outbox outbox, OfferLinks links) {
        this.outbox = outbox;
        this.links = links;
    }

    /** Tells the seller who is asked. */
    void ask(ConversationKey conversation, Offer offer, JsonNode brief, List<String> languages, ZoneId zone) {
        Words words = words(languages);
        Sheet sheet = new Sheet(words, brief);
        String asked = words.of("asked", offer.reason());
        String until = words.of("until", words.moment(offer.until(), zone));
        String url = links.of(conversation, offer.rank(), offer.seller().email());
        String text = asked + "\n" + until + "\n\n" + words.of("see") + ":\n" + url + "\n" + sheet.text();
        Document page = begun(words, asked, until);
        page.body().appendElement("p").appendElement("a").attr("href", url).text(words.of("see"));
        sheet.into(page.body());
        put(name(offer), offer.seller().email(), words.of("subject", sheet.who()), text, page);
    }

    /** Whether the seller was told. */
    boolean hasAsked(Offer offer) {
        return knows(name(offer));
    }

    private static String name(Offer offer) {
        return "offer:" + offer.id() + ":" + offer.at();
    }

    /**
     * Tells that nobody took it.
     *
     * @param name the same for the same escalation, and for no other
     * @param reason the rule by which sellers were asked, or null if none could be asked at all
     */
    void escalate(String name, String recipient, String reason, JsonNode brief, List<String> languages) {
        Words words = words(languages);
        Sheet sheet = new Sheet(words, brief);
        String nobody = reason == null ? words.of("nobodyAsked") : words.of("nobody", reason);
        Document page = begun(words, nobody, "");
        sheet.into(page.body());
        String subject = words.of("subjectNobody", sheet.who());
        put("offer:" + name + ":nobody", recipient, subject, nobody + "\n" + sheet.text(), page);
    }

    /**
     * Tells who is to write to a visitor.
     *
     * @param name the same for the same follow-up, and for no other
     */
    void followUp(String name, FollowUp due, JsonNode brief, List<String> languages) {
        Words words = words(languages);
        Sheet sheet = new Sheet(words, brief);
        String why = words.of("followUp." + due.reason());
        Document page = begun(words, why, "");
        sheet.into(page.body());
        put(name, due.seller().email(), words.of("subjectFollowUp", sheet.who()), why + "\n" + sheet.text(), page);
    }

    /**
     * Tells that a promise of service was broken.
     *
     * @param name the same for the same wait, and for no other
     */
    void breach(String name, String recipient, Breach breach, JsonNode brief, List<String> languages, ZoneId zone) {
        Words words = words(languages);
        Sheet sheet = new Sheet(words, brief);
        String what = breach.text(words, words.moment(breach.since(), zone));
        Document page = begun(words, what, "");
        sheet.into(page.body());
        String subject = words.of("subjectBreach", sheet.who());
        put(name, recipient, subject, what + "\n" + sheet.text(), page);
    }

    /** Whether a mail of that name is on its way or was sent. */
    boolean knows(String name) {
        return outbox.knows(name);
    }

    /** Which conversation the mails are about that are written next. */
    void isAbout(ConversationKey conversation) {
        about = conversation;
    }

    /**
     * Lets all go out that was written; where they cannot be put in together, each by itself.
     *
     * @return the conversations whose mails could not be
     */
    Set<ConversationKey> send() {
        try {
            outbox.put(written.stream().map(Letter::mail).toList());
            return Set.of();
        } catch (RuntimeException e) {
            if (Tx.isAway(e)) {
                throw e;
            }
            return written.stream()
                    .filter(letter -> !isPut(letter.mail()))
                    .map(Letter::about)
                    .collect(Collectors.toSet());
        }
    }

    private boolean isPut(Mail mail) {
        try {
            outbox.put(mail);
            return true;
        } catch (RuntimeException e) {
            // Its message may quote what somebody said.
            LOG.warn("The mail of an offer has to wait: {}", e.getClass().getName());
            return false;
        }
    }

    /** What was written is to be written anew, as things stand then. */
    void forget() {
        written.clear();
    }

    private static Document begun(Words words, String first, String second) {
        Document page = Page.of(words, words.of("title"));
        Element body = page.body();
        body.appendElement("p").text(first);
        if (!second.isEmpty()) {
            body.appendElement("p").text(second);
        }
        return page;
    }

    private void put(String name, String recipient, String subject, String text, Document page) {
        String line = Mail.oneLine(subject);
        String cut = line.length() > LONGEST_SUBJECT ? line.substring(0, LONGEST_SUBJECT) + "…" : line;
        try {
            written.add(new Letter(about, Mail.named(name, recipient, cut, text, page.outerHtml())));
        } catch (IllegalArgumentException e) {
            // An address that is none would otherwise be tried for ever; the offer goes on to the next one by its time.
            LOG.warn("The mail of an offer cannot be sent: {}", e.getMessage());
        }
    }

    private static Words words(List<String> languages) {
        return Words.of(OfferMail.class, languages);
    }
}
