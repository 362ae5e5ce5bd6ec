package dev.parley.mapping;

import java.util.List;

/**
 * What the mapping files made of one dossier.
 *
 * @param records as they should be in the CRM, in the order of the files
 * @param failures records that could not be made; the others are not touched by them
 */
public record Translation(List<DesiredRecord> records, List<Failure> failures) {

    /**
     * A record that could not be made.
     *
     * @param sobject API name of the object type
     * @param place the line that failed
     * @param message why, without personal text
     */
    public record Failure(String sobject, Place place, String message) {
        @Override
        public String toString() {
            return place + " " + sobject + ": " + message;
        }
    }
}
