package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.dashjoin.jsonata.Jsonata;
import dev.parley.mapping.Result.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is certain of an expression's value before there is a conversation. */
class ResultReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Chat\"                                    | TEXT    | true",
                "\" \"                                       | TEXT    | false",
                "5                                           | NUMBER  | true",
                "true                                        | TRUTH   | true",
                "null                                        | UNKNOWN | false",
                "visitor.name                                | TEXT    | false",
                "conversation.messageCount                   | NUMBER  | false",
                "history                                     | TRUTH   | false",
                "conversation.agents                         | LIST    | false",
                "conversation.agents.name                    | UNKNOWN | false",
                "conversation.rating                         | OBJECT  | false",
                "{\"a\": 1}                                  | OBJECT  | true",
                "\"Chat: \" & visitor.name                   | TEXT    | true",
                "visitor.firstName & visitor.lastName        | TEXT    | false",
                "conversation.transfers + 1                  | NUMBER  | false",
                "mode = \"create\" and history               | TRUTH   | true",
                "conversation.transfers > 1                  | TRUTH   | false",
                "history ? \"a\" : \"b\"                     | TEXT    | true",
                "history ? \"a\"                             | TEXT    | false",
                "history ? \"a\" : 1                         | UNKNOWN | true",
                "$uppercase(visitor.name)                    | TEXT    | false",
                "$exists(visitor.name)                       | TRUTH   | true",
                "$map(parts, function($p) { 1 })             | UNKNOWN | false",
                "($x := visitor.name; $uppercase($x))        | TEXT    | false"
            })
    void kindAndCertainty(String expression, Kind kind, boolean always) {
        Result result = result(expression);

        assertThat(result.kind()).isEqualTo(kind);
        assertThat(result.always()).isEqualTo(always);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Chat\"                                                            | 4",
                "visitor.name                                                        | 2147483647",
                "conversation.summary                                                | 600",
                "\"Chat: \" & conversation.summary                                   | 606",
                "$substring(visitor.name, 0, 40)                                     | 40",
                "$length(visitor.name) <= 80 ? visitor.name                          | 80",
                "history and $length(visitor.name) <= 80 ? visitor.name : \"unknown\" | 80",
                "$length(visitor.name) <= 80 ? visitor.email                         | 2147483647"
            })
    void howLongATextCanBecome(String expression, int longest) {
        assertThat(result(expression).longest()).isEqualTo(longest);
    }

    @Test
    void theWordsThatItCanBe() {
        assertThat(result("conversation.status").words()).containsExactly("Open", "Waiting", "Closed");
        assertThat(result("history ? 'Old' : 'New'").words()).containsExactly("Old", "New");
        assertThat(result("history ? 'Old' : visitor.name").words()).isEmpty();
    }

    @Test
    void whetherATextIsATime() {
        assertThat(result("conversation.startedAt").format()).isEqualTo("date-time");
        assertThat(result("visitor.name").format()).isEqualTo("free");
        assertThat(result("$substring(conversation.startedAt, 0, 10)").format()).isEmpty();
    }

    private static Result result(String expression) {
        return new ResultReader(DossierShape.whole()).read(Syntax.of(Jsonata.jsonata(expression)));
    }
}
