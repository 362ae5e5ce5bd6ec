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
    void peopleSeeColumns() {
        assertThat(table.toText(80)).contains("file", "accepted", "a.jsonl", "12");
    }
}
