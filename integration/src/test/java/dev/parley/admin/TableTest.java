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
    void peopleSeeColumns() {
        assertThat(table.toText(80)).contains("file", "accepted", "a.jsonl", "12");
    }
}
