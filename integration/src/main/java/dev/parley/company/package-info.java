/**
 * Which account a company's name, host and telephone mean: an index on disk, a rescorer, a decision.
 *
 * <p>Whoever keeps the accounts opens one {@link dev.parley.company.CompanyIndex}, fills it by {@code rebuild}, follows
 * the CRM with {@code put} and {@code remove}, commits now and then, and asks a {@link dev.parley.company.CompanyMatcher}
 * over it for a {@link dev.parley.company.Decision}. Nothing here knows a CRM, a database or a conversation.
 */
package dev.parley.company;
