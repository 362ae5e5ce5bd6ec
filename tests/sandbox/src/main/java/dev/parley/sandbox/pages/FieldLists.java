package dev.parley.sandbox.pages;

import static j2html.TagCreator.dd;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;

import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.schema.Field;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Records' fields as lists of labels and values. */
record FieldLists(View view) {
    private static final Set<String> SYSTEM = Set.of(
            "Id", "IsDeleted", "CreatedDate", "CreatedById", "LastModifiedDate", "LastModifiedById", "SystemModstamp");

    /** All fields of a record: the filled ones, then those of the system, then the names of the empty ones. */
    DomContent all(SObject record) {
        List<Field> filled = fields(record, true);
        List<Field> system = filled.stream().filter(FieldLists::isSystem).toList();
        List<Field> own = filled.stream().filter(field -> !isSystem(field)).toList();
        return section(
                        h2(view.words().of("fields")).withId("fields"),
                        list(record, own),
                        details(summary(view.words().of("systemFields")), list(record, system)),
                        empty(fields(record, false)))
                .attr("aria-labelledby", "fields");
    }

    /** The fields of these names, as far as they are filled. */
    DomContent some(SObject record, List<String> names) {
        List<Field> filled = names.stream()
                .map(name -> view.type(record).field(name))
                .flatMap(Optional::stream)
                .filter(field -> record.get(field) != null)
                .toList();
        return list(record, filled);
    }

    private DomContent list(SObject record, List<Field> fields) {
        Values values = new Values(view);
        return dl(each(fields, field -> div(dt(Labels.of(field)), dd(values.of(record, field)))
                        .withCondClass(field.isLongText(), "wide")))
                .withClass("fields");
    }

    private DomContent empty(List<Field> fields) {
        String labels = fields.stream().map(Labels::of).collect(Collectors.joining(" · "));
        return iff(
                !fields.isEmpty(),
                p(span(view.words().of("empty") + " ").withClass("quiet"), span(labels))
                        .withClass("empty"));
    }

    private List<Field> fields(SObject record, boolean filled) {
        return view.type(record).fields().stream()
                .filter(field -> (record.get(field) != null) == filled)
                .toList();
    }

    private static boolean isSystem(Field field) {
        return SYSTEM.contains(field.name());
    }
}
