package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.Reference;
import dev.parley.sandbox.schema.SObjectType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The fields of one object type that a component asks for, read by a query, so that the user's rights hold here too.
 *
 * @param type the type
 * @param paths the fields, those of parents as {@code Owner.Name}
 */
record UiQuery(SObjectType type, Set<String> paths) {
    private static final List<String> ALWAYS = List.of("Id", "LastModifiedById", "LastModifiedDate", "SystemModstamp");

    /** What a request asks for by {@code fields}, {@code optionalFields} and {@code layoutTypes}. */
    static UiQuery of(Request request, Context context, SObjectType type) {
        Set<String> paths = new LinkedHashSet<>();
        if (!request.parameter("layoutTypes").isEmpty()) {
            type.fields().forEach(field -> paths.add(field.name()));
        }
        names(request.parameter("fields")).map(name -> below(type, name)).forEach(paths::add);
        names(request.parameter("optionalFields"))
                .map(name -> below(type, name))
                .filter(path -> exists(context, type, path))
                .forEach(paths::add);
        if (paths.isEmpty()) {
            throw SalesforceError.badRequest(
                    "ILLEGAL_QUERY_PARAMETER_VALUE",
                    "Either the fields, optionalFields or layoutTypes parameter must be specified.");
        }
        return new UiQuery(type, paths);
    }

    /** Runs it with that end of a query, such as {@code WHERE Id = '…'}. */
    List<ObjectNode> run(Request request, Context context, String end) {
        Set<String> columns = new LinkedHashSet<>(ALWAYS);
        columns.addAll(paths);
        ALWAYS.stream().filter(name -> type.field(name).isEmpty()).forEach(columns::remove);
        String soql = "SELECT " + String.join(", ", columns) + " FROM " + type.name() + " " + end;
        return context.org()
                .queries()
                .query(new Queries.Request(
                        soql, false, context.schema(), context.caller().sharing(), request.version()))
                .records();
    }

    private static Stream<String> names(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).filter(name -> !name.isEmpty());
    }

    /** The path without the type's name, which every field is to begin with. */
    private static String below(SObjectType type, String name) {
        int dot = name.indexOf('.');
        if (dot < 0 || !name.substring(0, dot).equalsIgnoreCase(type.name())) {
            throw SalesforceError.badRequest(
                    "ILLEGAL_QUERY_PARAMETER_VALUE",
                    "The field '" + name + "' must be qualified by its object, such as '" + type.name() + ".Name'.");
        }
        return name.substring(dot + 1);
    }

    private static boolean exists(Context context, SObjectType type, String path) {
        List<String> parts = new ArrayList<>(Arrays.asList(path.split("\\.")));
        Optional<SObjectType> at = Optional.of(type);
        while (parts.size() > 1) {
            String hop = parts.remove(0);
            at = at.flatMap(from -> from.parentRelationship(hop))
                    .flatMap(Field::parent)
                    .map(Reference::targets)
                    .map(targets -> targets.get(targets.size() - 1))
                    .flatMap(context.schema()::find);
        }
        return at.flatMap(last -> last.field(parts.get(0))).isPresent();
    }
}
