package dev.parley.sandbox.schema;

/**
 * A parent's view of the records that refer to it.
 *
 * @param childType the type of the records that refer
 * @param field the field they refer by
 * @param relationshipName the name of the relationship in a subquery, null where it has none
 * @param cascadeDelete whether the children go with their parent
 */
public record ChildRelationship(String childType, String field, String relationshipName, boolean cascadeDelete) {}
