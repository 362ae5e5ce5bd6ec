package dev.parley.sandbox.soql;

import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.schema.ChildRelationship;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** Looks the names of a query up in the schema. */
record Names(Schema schema, Refusal refusal) {
    private static final int MOST_LEVELS_UP = 5;
    private static final String SEE_DESCRIBE =
            " Please reference your WSDL or the describe call for the appropriate names.";

    /** The type a query reads. */
    SObjectType type(Expression.Path from) {
        String name = from.last();
        return schema.find(name)
                .orElseThrow(() -> refusal.at(
                        from.at(),
                        Refusal.INVALID_TYPE,
                        "sObject type '" + name + "' is not supported. If you are attempting to use a custom object, be"
                                + " sure to append the '__c' after the entity name." + SEE_DESCRIBE));
    }

    /** The relationship to children that a subquery reads. */
    ChildRelationship children(SObjectType parent, Expression.Path from) {
        return parent.child(from.last())
                .filter(child -> schema.find(child.childType()).isPresent())
                .orElseThrow(() -> refusal.at(
                        from.at(),
                        Refusal.INVALID_TYPE,
                        "Didn't understand relationship '" + from.last() + "' in FROM part of query call. If you are"
                                + " attempting to use a custom relationship, be sure to append the '__r' after the"
                                + " custom relationship name." + SEE_DESCRIBE));
    }

    /** The field that a path reaches from records of that type. */
    Reach reach(SObjectType type, Expression.Path path) {
        List<Field> hops = new ArrayList<>();
        SObjectType at = type;
        if (path.names().size() - 1 > MOST_LEVELS_UP) {
            throw refusal.malformed(
                    path.at(),
                    "SOQL statements cannot query foreign key relationships more than " + MOST_LEVELS_UP
                            + " levels away from the root entity object.");
        }
        for (String name : path.names().subList(0, path.names().size() - 1)) {
            if (at == null) {
                throw unknownRelationship(path.at(), name);
            }
            Field hop = relationship(at, name, path.at());
            hops.add(hop);
            at = target(hop, path.at());
        }
        return new Reach(List.copyOf(hops), field(at, path.last(), path.at()));
    }

    /** The reference field behind a relationship's name. */
    Field relationship(SObjectType type, String name, int at) {
        return type.parentRelationship(name).orElseThrow(() -> unknownRelationship(at, name));
    }

    /** The one type a reference points to, null if it may point to several. */
    SObjectType target(Field reference, int at) {
        var parent = reference.parent().orElseThrow();
        return parent.isPolymorphic()
                ? null
                : schema.find(parent.targets().get(0))
                        .orElseThrow(() -> unknownRelationship(at, parent.relationshipName()));
    }

    /** A field of a type, which is null for what several types have in common. */
    Field field(SObjectType type, String name, int at) {
        return (type == null ? NameFields.find(name) : type.field(name))
                .orElseThrow(() -> refusal.field(
                        at,
                        "No such column '" + name + "' on entity '" + (type == null ? "Name" : type.name())
                                + "'. If you are attempting to use a custom field, be sure to append the '__c' after"
                                + " the custom field name." + SEE_DESCRIBE));
    }

    private SalesforceError unknownRelationship(int at, String name) {
        return refusal.field(
                at,
                "Didn't understand relationship '" + name + "' in field path. If you are attempting to use a custom"
                        + " relationship, be sure to append the '__r' after the custom relationship name."
                        + SEE_DESCRIBE);
    }
}
