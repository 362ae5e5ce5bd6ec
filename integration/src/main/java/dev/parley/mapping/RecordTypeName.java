package dev.parley.mapping;

/**
 * A record type by the name that a mapping file gives it: its id is another one in every org.
 *
 * @param name API name, or the name for people
 */
record RecordTypeName(String name) {}
