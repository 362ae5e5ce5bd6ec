package dev.parley.crm;

/**
 * A field's value that names another record by its external id.
 *
 * @param sobject API name of the other record's object type
 * @param externalId API name of its external id field
 * @param value the external id
 */
public record Reference(String sobject, String externalId, String value) {}
