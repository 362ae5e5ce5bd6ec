package dev.parley.company;

import java.util.Objects;

/**
 * A company as the CRM's account says it; everything but the id may be null, blank or nonsense.
 *
 * @param id the account's id
 * @param name as written, in any script
 * @param website as written, with or without a scheme
 * @param phone as written, with or without a country's code
 * @param country ISO 3166-1 alpha-2 code or a country's name in English
 * @param parentId id of the account above it
 */
public record Company(String id, String name, String website, String phone, String country, String parentId) {

    public Company {
        Objects.requireNonNull(id, "a company's id");
    }
}
