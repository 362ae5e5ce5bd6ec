package dev.parley.sandbox.records;

import dev.parley.sandbox.schema.SObjectType;

/** Which records a user sees at all. */
public interface Sight {
    /** Every record. */
    Sight ALL = new Sight() {
        @Override
        public boolean sees(SObject record) {
            return true;
        }

        @Override
        public boolean seesAll(SObjectType type) {
            return true;
        }
    };

    /** Whether the user sees this record. */
    boolean sees(SObject record);

    /** Whether the user sees every record of the type, so that none has to be looked at. */
    boolean seesAll(SObjectType type);

    /** The records as the user sees them: others are not there. */
    default Records of(Records records) {
        return this == ALL ? records : new SightedRecords(records, this);
    }
}
