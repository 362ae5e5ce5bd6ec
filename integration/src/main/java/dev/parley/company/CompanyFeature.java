package dev.parley.company;

/** What is seen of a visitor and an account side by side. */
public enum CompanyFeature {
    /** How like the names are. */
    NAME,
    /** The same, where it is more than half. */
    NAME_SURE,
    /** The names are the same but for the legal form. */
    NAME_EXACT,
    /** A word that is one company's own is in both names, to the letter. */
    WORD_SAME,
    /** The visitor said no company's name. */
    NAME_UNSAID,
    /** The name or its first letters are the account's domain. */
    NAME_IN_DOMAIN,
    FORM_SAME,
    FORM_CONFLICT,
    NUMBER_CONFLICT,
    PLACE_CONFLICT,
    /** The same host, to the last label. */
    HOST_SAME,
    /** The same registrable domain, which is not shared. */
    DOMAIN_SAME,
    /** Both have a domain of their own, and not the same. */
    DOMAIN_CONFLICT,
    /** A domain that looks like the account's and is another. */
    DOMAIN_LOOKALIKE,
    PHONE_SAME,
    COUNTRY_SAME,
    COUNTRY_CONFLICT,
    /** Another candidate's name is as like. */
    RIVALLED,
    /** How many other candidates' names are somewhat like it. */
    CROWDED,
    /** How large the org is, where the name is not the same: among many accounts, one is near by chance. */
    LARGE
}
