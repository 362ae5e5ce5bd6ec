package dev.parley.sandbox.pages;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.words.Words;
import j2html.TagCreator;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Optional;

/**
 * A table of records, each with a link to its page.
 *
 * @param key of the heading
 * @param columns the API names of the fields to show beside the name
 */
record RelatedList(View view, String key, List<String> columns) {
    private static final int MOST = 50;

    /** The table; where there is no record it says so. */
    DomContent of(List<SObject> records) {
        Words words = view.words();
        return section(
                        h2(words.of("counted", words.of(key), records.size())).withId(key),
                        records.isEmpty() ? p(words.of("none")).withClass("quiet") : table(records),
                        iff(
                                records.size() > MOST,
                                p(words.of("more", records.size() - MOST)).withClass("quiet")))
                .attr("aria-labelledby", key);
    }

    private DomContent table(List<SObject> records) {
        List<Field> fields = fields(view.type(records.get(0)));
        return div(TagCreator.table(
                        thead(tr(
                                th(view.words().of("name")).attr("scope", "col"),
                                each(fields, field -> th(Labels.of(field)).attr("scope", "col")))),
                        tbody(each(records.subList(0, Math.min(MOST, records.size())), record -> row(record, fields)))))
                .withClass("scroll")
                .attr("tabindex", "0")
                .attr("role", "region")
                .attr("aria-label", view.words().of(key));
    }

    private DomContent row(SObject record, List<Field> fields) {
        Values values = new Values(view);
        return tr(
                th(new Links(view).byName(record)).attr("scope", "row"),
                each(fields, field -> record.get(field) == null ? td() : td(values.of(record, field))));
    }

    private List<Field> fields(SObjectType type) {
        return columns.stream().map(type::field).flatMap(Optional::stream).toList();
    }
}
