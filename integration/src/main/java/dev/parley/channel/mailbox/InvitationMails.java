package dev.parley.channel.mailbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.channel.mailbox.Invitation.Attendee;
import dev.parley.channel.mailbox.OwnMeetings.Own;
import dev.parley.conversation.Inbox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes invitations in (RFC 5546, RFC 6047): REQUEST and CANCEL by their revisions, REPLY and COUNTER of whoever they
 * are from. PUBLISH is addressed to nobody, REFRESH and DECLINECOUNTER change nothing, ADD is left to the REQUEST that
 * follows it: these are left alone.
 */
final class InvitationMails {

    private static final Set<String> STATES = Set.of("REQUEST", "CANCEL");
    private static final Set<String> ANSWERS = Set.of("REPLY", "COUNTER");

    private final String source;
    private final InvitationReader reader;
    private final InvitationEvents events;
    private final InvitationLog log;
    private final EventCheck check;
    private final Inbox inbox;
    private final OwnMeetings own;

    InvitationMails(String source, InvitationLog log, EventCheck check, Inbox inbox, OwnMeetings own) {
        this.own = own;
        this.source = source;
        this.reader = new InvitationReader(source);
        this.events = new InvitationEvents(source);
        this.log = log;
        this.check = check;
        this.inbox = inbox;
    }

    /**
     * Stores what the invitations of a mail say.
     *
     * @return false if nothing in it counts
     * @throws UnreadableMail if one of them cannot be read or believed; then nothing of the mail is stored
     */
    boolean take(Letter mail) {
        List<ObjectNode> said = new ArrayList<>();
        Map<String, InvitationSeries> series = new HashMap<>();
        Set<InvitationRow> rows = new LinkedHashSet<>();
        mail.calendars().stream()
                .flatMap(part -> reader.read(part).stream())
                .distinct()
                .forEach(invitation -> add(
                        invitation,
                        series.computeIfAbsent(invitation.uid(), uid -> log.known(source, invitation)),
                        mail,
                        said,
                        rows));
        if (said.isEmpty()) {
            return false;
        }
        inbox.receive(check.check(said, source, null));
        // After the events: a crash between the two has them come again, as the same events.
        log.remember(rows);
        return true;
    }

    private void add(
            Invitation invitation,
            InvitationSeries series,
            Letter mail,
            List<ObjectNode> said,
            Set<InvitationRow> rows) {
        Optional<Own> ours = own.find(invitation.uid());
        if (ours.isPresent()) {
            addOwn(invitation, ours.get(), mail).ifPresent(said::add);
        } else if (STATES.contains(invitation.method())) {
            Set<InvitationRow> told = series.take(invitation);
            told.forEach(row -> said.add(events.state(invitation, row)));
            rows.addAll(told);
        } else if (ANSWERS.contains(invitation.method())) {
            Attendee attendee = answering(invitation, mail);
            if (invitation.sequence() >= series.sequence(invitation)) {
                said.add(events.answer(invitation, attendee));
            }
        }
    }

    /** What is said of a meeting that Parley invited to: answers count, of whoever was invited, to what stands now. */
    private Optional<ObjectNode> addOwn(Invitation invitation, Own ours, Letter mail) {
        if (STATES.contains(invitation.method())) {
            throw new UnreadableMail(
                    source, null, "the UID is that of a meeting that Parley booked, and only Parley changes it");
        }
        if (!ANSWERS.contains(invitation.method()) || invitation.sequence() < ours.sequence()) {
            return Optional.empty();
        }
        Attendee attendee = answering(invitation, mail);
        if (!ours.invited(mail.from())) {
            throw new UnreadableMail(source, null, "the answer is from somebody who was not invited");
        }
        ObjectNode event = events.answer(invitation, attendee);
        event.put("source", ours.source());
        ObjectNode data = (ObjectNode) event.get("data");
        data.put("uid", ours.uid()).remove("seriesUid");
        ((ObjectNode) data.get("answers")).put("sequence", invitation.sequence());
        return Optional.of(event);
    }

    private Attendee answering(Invitation invitation, Letter mail) {
        return invitation
                .attendee(mail.from())
                .orElseThrow(() -> new UnreadableMail(
                        source, null, "the mail is not from the attendee whose answer it brings: it may be forged"));
    }
}
