package dev.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a command prints, for people and for programs. */
class TableTest {

    private final Table table =
            new Table("file", "accepted").row("a.jsonl", 12L).row("b.jsonl", null);

    @Test
    void aNumberStaysANumberForPrograms() {
        assertThat(table.toJson())
                .hasToString("[{\"file\":\"a.jsonl\",\"accepted\":12},{\"file\":\"b.jsonl\",\"accepted\":\"\"}]");
    }

    @Test
    void whatIsTooWideGoesOnInTheNextLine() {
        Table wide = new Table("what", "why", "where").row("lead", "so it was said ".repeat(20), "a/b.yaml:1:1");

        assertThat(wide.toText(100).lines()).hasSizeGreaterThan(3).allSatisfy(line -> assertThat(line.length())
                .isLessThanOrEqualTo(100));
        assertThat(wide.toText(100).lines().skip(1).findFirst().orElseThrow())
                .as("all cells begin in the first line")
                .startsWith("lead  so it was said")
                .endsWith("a/b.yaml:1:1");
    }

    @Test
    void whatPeopleCopyAndLookUpStaysWhole() {
        String id = "798120f3-152f-4c3a-8dbc-eb25336fbce8";
        String said = "STRING_TOO_LONG: First Name: data value too large: " + "Nebuchadnezzar".repeat(4);
        Table letters = new Table("id", "conversation", "record", "what the CRM says", "place")
                .row(
                        id,
                        "site:long",
                        "Lead 9e2f3df4b58b290c60c122a7edd6693bb4f4632f",
                        said,
                        "salesforce/lead.yaml:19:3");

        assertThat(letters.toText(100))
                .as("the id and the CRM's code")
                .contains(id, "STRING_TOO_LONG:")
                .satisfies(text -> assertThat(text.lines())
                        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100)));
    }

    @Test
    void peopleSeeColumns() {
        assertThat(table.toText(80)).contains("file", "accepted", "a.jsonl", "12");
    }
}
