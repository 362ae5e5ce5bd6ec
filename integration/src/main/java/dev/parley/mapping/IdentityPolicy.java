package dev.parley.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How visitors are recognised, as {@code identity.yaml} says.
 *
 * @param people how contacts and leads are found
 * @param accounts how sure an account must be
 * @param opportunities how open opportunities are told apart
 * @param newRecords what somebody new becomes
 * @param mail which e-mail addresses are one mailbox, and which say nothing of a company
 * @param sharedHosts hosts besides the well-known ones on which anybody can have a page
 * @param ownDomains the company's own: who writes from there is a colleague
 * @param territories the codes of countries (ISO 3166-1 alpha-2) by the name of the territory, in the order of the file
 */
public record IdentityPolicy(
        PeoplePolicy people,
        Thresholds accounts,
        OpportunityPolicy opportunities,
        NewRecords newRecords,
        MailPolicy mail,
        Set<String> sharedHosts,
        Set<String> ownDomains,
        Map<String, Set<String>> territories) {

    /** Where there is no such file, or it leaves something out. */
    public static final IdentityPolicy DEFAULT = new IdentityPolicy(
            PeoplePolicy.DEFAULT,
            new Thresholds(0.75, 0.3),
            OpportunityPolicy.DEFAULT,
            NewRecords.LEAD,
            MailPolicy.DEFAULT,
            Set.of(),
            Set.of(),
            Map.of());

    public IdentityPolicy {
        sharedHosts = Set.copyOf(sharedHosts);
        ownDomains = Set.copyOf(ownDomains);
        territories = Collections.unmodifiableMap(new LinkedHashMap<>(territories));
    }

    /**
     * From how sure on something is done with a finding.
     *
     * @param auto without a person, from 0 to 1
     * @param review for a person to look at, from 0 to {@code auto}; below that it is as if nothing was found
     */
    public record Thresholds(double auto, double review) {}

    /** What somebody whom the CRM does not know becomes. */
    public enum NewRecords {
        /** A lead. */
        LEAD,
        /** A contact under the account, where that was found automatically; else a lead. */
        CONTACT,
        /** Nothing: only the conversation is kept. */
        NONE
    }

    /** Which of several contacts, or leads, that fit equally is meant. */
    public enum Several {
        /** The one that was made first. */
        OLDEST,
        /** The one that was changed last. */
        LATEST,
        /** The one of the owner who takes part in the conversation; else a person decides. */
        OWNER,
        /** A person decides. */
        REVIEW
    }

    /** What a contact or a lead is found by. */
    public enum Evidence {
        /** A CRM id that the site has signed. */
        SIGNED_ID,
        /** The e-mail address. */
        EMAIL,
        /** The chat service's own id of the visitor. */
        VISITOR_ID,
        /** The telephone number; on its own it is for a person to look at, unless the name agrees. */
        PHONE
    }

    /**
     * How contacts and leads are found.
     *
     * @param order what is looked at, the first that finds somebody counts; what is not listed is not looked at
     * @param thresholds how sure it must be
     * @param several which of several
     * @param personAccounts whether the org has person accounts
     */
    public record PeoplePolicy(List<Evidence> order, Thresholds thresholds, Several several, boolean personAccounts) {

        static final PeoplePolicy DEFAULT =
                new PeoplePolicy(List.of(Evidence.values()), new Thresholds(0.85, 0.3), Several.REVIEW, false);

        public PeoplePolicy {
            order = List.copyOf(order);
        }
    }

    /**
     * Which addresses are one mailbox, and which say nothing of a company.
     *
     * @param plusTags whether {@code anna+shop@…} is {@code anna@…}
     * @param aliases a domain or a whole address, by another one that means the same
     * @param freeMail providers besides the well-known ones, such as {@code mail.example} or {@code mail.*}
     */
    public record MailPolicy(boolean plusTags, Map<String, String> aliases, Set<String> freeMail) {

        static final MailPolicy DEFAULT = new MailPolicy(true, Map.of(), Set.of());

        public MailPolicy {
            aliases = Collections.unmodifiableMap(new TreeMap<>(aliases));
            freeMail = Set.copyOf(freeMail);
        }
    }

    /** What matching by these rules needs of the CRM's records besides what it always does, by object type. */
    Map<String, Set<String>> fieldsToKeep() {
        Map<String, Set<String>> fields = new LinkedHashMap<>();
        if (people.several() == Several.OLDEST) {
            fields.put("Contact", new LinkedHashSet<>(Set.of("CreatedDate")));
            fields.put("Lead", Set.of("CreatedDate"));
        }
        if (people.personAccounts()) {
            fields.computeIfAbsent("Contact", name -> new LinkedHashSet<>()).add("IsPersonAccount");
            fields.put(
                    "Account",
                    Set.of(
                            "IsPersonAccount",
                            "PersonContactId",
                            "PersonEmail",
                            "PersonMobilePhone",
                            "FirstName",
                            "LastName"));
        }
        if (opportunities.weight(OpportunityPolicy.Weight.CAMPAIGN) > 0) {
            fields.put("Opportunity", Set.of("CampaignId"));
        }
        return fields;
    }

    /** The territory of a country, or empty if it is in none. */
    public Optional<String> territory(String countryCode) {
        return territories.entrySet().stream()
                .filter(territory -> countryCode != null && territory.getValue().contains(countryCode))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
