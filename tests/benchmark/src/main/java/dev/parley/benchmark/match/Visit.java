package dev.parley.benchmark.match;

import dev.parley.company.CompanyQuery;

/**
 * A visitor and who they really are.
 *
 * @param trap what makes it hard
 * @param account the right account's id; null if the company is not in the CRM
 */
public record Visit(Trap trap, CompanyQuery query, String account) {

    /** What makes a visitor hard to match. */
    public enum Trap {
        COMPANY_EMAIL,
        COMPANY_EMAIL_ONLY,
        SUBDOMAIN_EMAIL,
        FREE_MAIL_NAME,
        NAME_WITHOUT_FORM,
        NAME_WITH_TYPO,
        NAME_IN_LATIN,
        PHONE_AND_NAME,
        SHARED_HOST_WEBSITE,
        ABSENT_FREE_MAIL,
        ABSENT_FREE_MAIL_WITHOUT_FORM,
        ABSENT_COMPANY_EMAIL,
        ABSENT_OTHER_FORM,
        ABSENT_LOOKALIKE_DOMAIN,
        ABSENT_SHARED_HOST_EMAIL,
        NAMES_ANOTHER
    }

    boolean absent() {
        return account == null;
    }
}
