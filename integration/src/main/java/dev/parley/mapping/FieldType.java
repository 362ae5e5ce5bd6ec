package dev.parley.mapping;

import dev.parley.mapping.Result.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Types of Salesforce fields, by what JSON the REST API takes for them. */
enum FieldType {
    TRUTH("true or false"),
    NUMBER("a number"),
    DAY("a day such as 2026-03-02"),
    TIME("a time such as 2026-03-02T09:00:00Z"),
    ID("a Salesforce id"),
    WORD("one of its values"),
    WORDS("some of its values"),
    TEXT("text"),
    OTHER("a value of its own");

    private final String words;

    FieldType(String words) {
        this.words = words;
    }

    /** @param type as a describe names it */
    static FieldType of(String type) {
        return switch (type) {
            case "boolean" -> TRUTH;
            case "int", "long", "double", "currency", "percent" -> NUMBER;
            case "date" -> DAY;
            case "datetime" -> TIME;
            case "reference", "id" -> ID;
            case "picklist" -> WORD;
            case "multipicklist" -> WORDS;
            case "string", "textarea", "email", "phone", "url", "combobox", "encryptedstring" -> TEXT;
            default -> OTHER;
        };
    }

    /** False only if it is certain that a field of this type takes no such value. */
    boolean takes(Result result) {
        if (result.is(Kind.UNKNOWN) || this == OTHER) {
            return true;
        }
        return switch (this) {
            case TRUTH -> result.is(Kind.TRUTH) || spelled(result);
            case NUMBER -> result.is(Kind.NUMBER) || spelled(result);
            case DAY, TIME -> result.is(Kind.TEXT) && spelled(result);
            case ID -> result.is(Kind.TEXT) && spelled(result);
            case WORD -> result.is(Kind.TEXT);
            default -> result.is(Kind.TEXT, Kind.LIST);
        };
    }

    /** Whether text may spell such a value: each of its words does, or nothing is known of it. */
    private boolean spelled(Result result) {
        if (!result.is(Kind.TEXT)) {
            return false;
        }
        if (!result.words().isEmpty()) {
            return result.words().stream().allMatch(this::spells);
        }
        boolean isTime = result.format().equals("date-time");
        return switch (this) {
            case TIME -> isTime || result.format().isEmpty();
            case ID -> !isTime;
            default -> result.format().isEmpty();
        };
    }

    private boolean spells(String word) {
        return switch (this) {
            case TRUTH -> word.equals("true") || word.equals("false");
            case NUMBER -> word.matches("-?\\d+(\\.\\d+)?");
            case ID -> word.matches("[A-Za-z0-9]{15}([A-Za-z0-9]{3})?");
            case DAY -> parses(() -> LocalDate.parse(word));
            default -> parses(() -> OffsetDateTime.parse(word));
        };
    }

    private static boolean parses(Runnable parse) {
        try {
            parse.run();
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** In an admin's words. */
    @Override
    public String toString() {
        return words;
    }
}
