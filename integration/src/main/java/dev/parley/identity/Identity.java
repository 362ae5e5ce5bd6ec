package dev.parley.identity;

import dev.parley.mapping.IdentityPolicy.NewRecords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Who a visitor is to the CRM; ids are the CRM's, and null where there is none.
 *
 * @param kind what was found
 * @param decision whether it may be relied on
 * @param confidence how sure it is, from 0 to 1
 * @param evidence short findings, at most 20 of at most 255 characters, fit to be written to a record
 * @param accountId the company
 * @param contactId the person
 * @param leadId the person, as an unconverted lead
 * @param opportunityId the open opportunity that the conversation belongs to
 * @param ownerId the opportunity's owner, else the account's, else the lead's, else that of all accounts that may be meant
 * @param leadKey the visitor key under which the lead is, or shall be, addressed; null if there is no lead or it
 *     carries no key (then only its id addresses it)
 * @param roleExists whether the contact has a role on the opportunity
 * @param links further people and opportunities that the conversation may belong to, at most 20; where a person is
 *     asked also those who may be meant ({@link Asked})
 * @param newRecord what somebody new becomes; of no matter to who is known
 * @param opportunityKey the key under which an opportunity of the account may be made; null where none may be
 * @param territory the sales region, or null
 * @param candidates all records that may be meant, the surest first, at most 20
 * @param keys by what the visitor may be found later; digests, but for a company's domain
 */
public record Identity(
        Kind kind,
        Decision decision,
        double confidence,
        List<String> evidence,
        String accountId,
        String contactId,
        String leadId,
        String opportunityId,
        String ownerId,
        String leadKey,
        boolean roleExists,
        List<Link> links,
        NewRecords newRecord,
        String opportunityKey,
        String territory,
        List<Candidate> candidates,
        List<String> keys) {

    /** What the finding begins with that says why a person is asked. */
    static final String ASKED = "Review: ";

    /** The same without what only a review shows. */
    public Identity(
            Kind kind,
            Decision decision,
            double confidence,
            List<String> evidence,
            String accountId,
            String contactId,
            String leadId,
            String opportunityId,
            String ownerId,
            String leadKey,
            boolean roleExists,
            List<Link> links) {
        this(
                kind,
                decision,
                confidence,
                evidence,
                accountId,
                contactId,
                leadId,
                opportunityId,
                ownerId,
                leadKey,
                roleExists,
                links,
                NewRecords.LEAD,
                null,
                null,
                List.of(),
                List.of());
    }

    /** Whether somebody new, or an unconverted lead: who may be written as a lead. */
    public boolean mayBeLead() {
        return kind == Kind.LEAD || (kind == Kind.NEW && newRecord == NewRecords.LEAD);
    }

    /** Whether somebody new who is to become a contact under the account. */
    public boolean becomesContact() {
        return kind == Kind.NEW && newRecord == NewRecords.CONTACT;
    }

    /** Why a person is asked: the first reason; empty where nobody is. */
    public Optional<String> reviewReason() {
        return evidence.stream()
                .filter(line -> line.startsWith(ASKED))
                .map(line -> line.substring(ASKED.length()))
                .findFirst();
    }

    /**
     * By how much the likeliest candidate stands above the next, from 0 to 1 and to two places, of the first kind of
     * record of which there are several; null where there is none.
     */
    public Double gap() {
        for (Candidate best : candidates) {
            List<Candidate> same = candidates.stream()
                    .filter(other -> other.sobject().equals(best.sobject()))
                    .toList();
            if (same.size() > 1) {
                return Math.round((same.get(0).confidence() - same.get(1).confidence()) * 100) / 100.0;
            }
        }
        return null;
    }

    /** The visitor's company's domain; empty where anybody can have an address there. */
    public Optional<String> domain() {
        return keys.stream()
                .filter(key -> key.startsWith(LinkKeys.DOMAIN))
                .map(key -> key.substring(LinkKeys.DOMAIN.length()))
                .findFirst();
    }

    /** By what a person's decision is remembered: the visitor's address, and the domain too where it always holds. */
    public List<String> taught(boolean always) {
        return keys.stream()
                .filter(key -> always || !key.startsWith(LinkKeys.DOMAIN))
                .toList();
    }

    /** The same, owned by somebody else; null for nobody. */
    Identity ownedBy(String id) {
        return with(id, links);
    }

    /** With further links, of which those to a record that is linked already are left out. */
    Identity with(List<Link> more) {
        List<Link> all = new ArrayList<>(links);
        more.stream()
                .filter(link -> !linked().containsValue(link.key()))
                .filter(link -> all.stream().noneMatch(other -> other.key().equals(link.key())))
                .forEach(all::add);
        return with(ownerId, all);
    }

    private Identity with(String owner, List<Link> further) {
        return new Identity(
                kind,
                decision,
                confidence,
                evidence,
                accountId,
                contactId,
                leadId,
                opportunityId,
                owner,
                leadKey,
                roleExists,
                further,
                newRecord,
                opportunityKey,
                territory,
                candidates,
                keys);
    }

    /** The linked records' ids by the conversation's fields, null for none. */
    public Map<String, String> linked() {
        Map<String, String> linked = new LinkedHashMap<>();
        linked.put(Manual.ACCOUNT, accountId);
        linked.put(Manual.CONTACT, contactId);
        linked.put(Manual.LEAD, leadId);
        linked.put(Manual.OPPORTUNITY, opportunityId);
        return linked;
    }

    /** Whether another finding links the same; who became a lead meanwhile is the same somebody. */
    public boolean linksLike(Identity other) {
        return decision == other.decision
                && Objects.equals(accountId, other.accountId)
                && Objects.equals(contactId, other.contactId)
                && Objects.equals(opportunityId, other.opportunityId);
    }

    /** What was found. */
    public enum Kind {
        /** A contact. */
        CONTACT,
        /** An unconverted lead. */
        LEAD,
        /** Nobody, but somebody who can be reached: a lead may be made. */
        NEW,
        /** Nobody, and no way to get in touch, or too little certainty to make a record. */
        ANONYMOUS
    }

    /** Whether the finding may be relied on. */
    public enum Decision {
        /** Surely enough to act on. */
        AUTO,
        /** The best guess: a person should look. */
        REVIEW,
        /** Nothing was found. */
        NONE,
        /** A person decided. */
        MANUAL
    }

    /**
     * A further record that the conversation may belong to.
     *
     * @param key the linked record's id, which tells the links of one conversation apart
     * @param accountId or null
     * @param contactId or null
     * @param leadId or null
     * @param opportunityId or null
     * @param role the contact's role on the opportunity, or the record's part in the conversation, or null
     * @param confidence from 0 to 1
     */
    public record Link(
            String key,
            String accountId,
            String contactId,
            String leadId,
            String opportunityId,
            String role,
            double confidence) {

        static Link to(Known record, String role, double confidence) {
            return to(record.sobject(), record.id(), role, confidence);
        }

        static Link to(String sobject, String id, String role, double confidence) {
            return switch (Followed.of(sobject).orElseThrow()) {
                case ACCOUNT -> new Link(id, id, null, null, null, role, confidence);
                case CONTACT -> new Link(id, null, id, null, null, role, confidence);
                case LEAD -> new Link(id, null, null, id, null, role, confidence);
                case OPPORTUNITY -> new Link(id, null, null, null, id, role, confidence);
                case ROLE -> throw new IllegalArgumentException("no link leads to a " + sobject);
            };
        }
    }
}
