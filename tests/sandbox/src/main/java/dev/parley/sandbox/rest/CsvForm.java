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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Values with a header line, as the Bulk API reads and writes them.
 *
 * @param columnDelimiter what stands between two values, by the API's name
 * @param lineEnding what ends a line, by the API's name
 */
record CsvForm(String columnDelimiter, String lineEnding) {
    private static final Map<String, Character> DELIMITERS =
            Map.of("BACKQUOTE", '`', "CARET", '^', "COMMA", ',', "PIPE", '|', "SEMICOLON", ';', "TAB", '\t');
    private static final Map<String, String> LINE_ENDINGS = Map.of("LF", "\n", "CRLF", "\r\n");
    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
            .enable(CsvGenerator.Feature.ALWAYS_QUOTE_EMPTY_STRINGS)
            .build();

    /** The form that a job asks for; what it leaves out is as usual. */
    static CsvForm of(JsonNode job) {
        String type = job.path("contentType").asText("CSV");
        if (!type.equals("CSV")) {
            throw SalesforceError.badRequest("INVALIDCONTENTTYPE", "Content type not supported: " + type);
        }
        return new CsvForm(
                known(job, "columnDelimiter", "COMMA", DELIMITERS.keySet()),
                known(job, "lineEnding", "LF", LINE_ENDINGS.keySet()));
    }

    private static String known(JsonNode job, String name, String otherwise, Set<String> known) {
        String asked = job.path(name).asText(otherwise);
        if (!known.contains(asked)) {
            throw SalesforceError.badRequest("API_ERROR", "Unsupported " + name + ": " + asked);
        }
        return asked;
    }

    /** The rows by the names of the header line, every value a text. */
    List<Map<String, String>> read(String text) {
        CsvSchema header = CsvSchema.emptySchema().withHeader().withColumnSeparator(DELIMITERS.get(columnDelimiter));
        try (MappingIterator<Map<String, String>> rows =
                MAPPER.readerForMapOf(String.class).with(header).readValues(text)) {
            return rows.readAll();
        } catch (IOException malformed) {
            throw SalesforceError.badRequest("InvalidBatch", "The data is not valid CSV: " + malformed.getMessage());
        }
    }

    /** Rows under a header that holds every column that one of them has, in the order they come up. */
    String write(List<String> columns, List<ObjectNode> rows) {
        Set<String> all = new LinkedHashSet<>(columns);
        rows.forEach(row -> row.fieldNames().forEachRemaining(all::add));
        if (all.isEmpty()) {
            return "";
        }
        String end = LINE_ENDINGS.get(lineEnding);
        char between = DELIMITERS.get(columnDelimiter);
        CsvSchema.Builder schema = CsvSchema.builder()
                .setUseHeader(true)
                .setColumnSeparator(between)
                .setLineSeparator(end);
        all.forEach(schema::addColumn);
        List<Map<String, String>> texts = rows.stream().map(CsvForm::texts).toList();
        try {
            return texts.isEmpty()
                    ? "\"" + String.join("\"" + between + "\"", all) + "\"" + end
                    : MAPPER.writer(schema.build()).writeValueAsString(texts);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Map<String, String> texts(ObjectNode row) {
        Map<String, String> texts = new LinkedHashMap<>();
        row.properties().forEach(member -> texts.put(member.getKey(), text(member.getValue())));
        return texts;
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asText();
    }
}
