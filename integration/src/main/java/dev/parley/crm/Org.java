package dev.parley.crm;

/**
 * A CRM org and the user that Parley acts as.
 *
 * @param id the org's 18-character id
 * @param name its name
 * @param sandbox true if it is not a production org: mail then goes to a sink
 * @param userId id of the integration user
 * @param url where its pages are, without a slash at the end
 */
public record Org(String id, String name, boolean sandbox, String userId, String url) {}
