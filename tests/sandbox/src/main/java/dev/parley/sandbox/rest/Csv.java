package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.parley.sandbox.records.SalesforceError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Comma-separated values with a header line, as the Bulk API reads and writes them. */
final class Csv {
    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
            .enable(CsvGenerator.Feature.ALWAYS_QUOTE_EMPTY_STRINGS)
            .build();

    private Csv() {}

    /** The rows by the names of the header line, every value a text. */
    static List<Map<String, String>> read(String text) {
        CsvSchema header = CsvSchema.emptySchema().withHeader();
        try (MappingIterator<Map<String, String>> rows =
                MAPPER.readerForMapOf(String.class).with(header).readValues(text)) {
            return rows.readAll();
        } catch (IOException malformed) {
            throw SalesforceError.badRequest("InvalidBatch", "The data is not valid CSV: " + malformed.getMessage());
        }
    }

    /** Rows under a header that holds every column that one of them has, in the order they come up. */
    static String write(List<String> columns, List<ObjectNode> rows) {
        Set<String> all = new LinkedHashSet<>(columns);
        rows.forEach(row -> row.fieldNames().forEachRemaining(all::add));
        if (all.isEmpty()) {
            return "";
        }
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setLineSeparator('\n');
        all.forEach(schema::addColumn);
        List<Map<String, String>> texts = new ArrayList<>();
        for (ObjectNode row : rows) {
            Map<String, String> each = new LinkedHashMap<>();
            row.properties().forEach(member -> each.put(member.getKey(), text(member.getValue())));
            texts.add(each);
        }
        try {
            return texts.isEmpty()
                    ? "\"" + String.join("\",\"", all) + "\"\n"
                    : MAPPER.writer(schema.build()).writeValueAsString(texts);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asText();
    }
}
