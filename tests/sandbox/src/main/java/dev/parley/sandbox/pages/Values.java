package dev.parley.sandbox.pages;

import static j2html.TagCreator.a;
import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.PicklistValue;
import j2html.tags.DomContent;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Field values as people read them. */
record Values(View view) {

    /** The value of a record's field, which is not null. */
    DomContent of(SObject record, Field field) {
        Object value = record.get(field);
        if (value instanceof Boolean bool) {
            return text(view.words().of(bool ? "yes" : "no"));
        } else if (value instanceof Instant moment) {
            return times().of(moment);
        } else if (value instanceof LocalDate day) {
            return times().of(day);
        } else if (value instanceof BigDecimal number) {
            return text(NumberFormat.getInstance(view.words().locale()).format(number));
        }
        return ofText(field, value.toString());
    }

    private Times times() {
        return new Times(view.words().locale());
    }

    private DomContent ofText(Field field, String value) {
        return switch (field.type()) {
            case REFERENCE -> reference(value);
            case PICKLIST -> span(label(field, value)).withDir("auto");
            case MULTIPICKLIST -> choices(field, value);
            case URL -> Links.out(value, value).<DomContent>map(link -> link).orElseGet(() -> plain(value));
            case EMAIL -> a(value).withHref("mailto:" + value).withDir("ltr");
            case PHONE -> a(value).withHref("tel:" + value.replaceAll("[^0-9+]", ""))
                    .withDir("ltr");
            default -> plain(value);
        };
    }

    private DomContent reference(String id) {
        return view.record(id).<DomContent>map(new Links(view)::byName).orElseGet(() -> text(id));
    }

    private static DomContent choices(Field field, String value) {
        List<String> labels = Arrays.stream(value.split(";"))
                .filter(choice -> !choice.isBlank())
                .map(choice -> label(field, choice))
                .toList();
        return ul(each(labels, label -> li(label))).withClass("tags");
    }

    private static String label(Field field, String value) {
        return field.picklist().stream()
                .filter(choice -> choice.value().equals(value))
                .map(PicklistValue::label)
                .findFirst()
                .orElse(value);
    }

    private static DomContent plain(String value) {
        return span(value).withClass("text").withDir("auto");
    }
}
