package dev.parley.crm;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExternalIdTest {

    @Test
    void plainIdStaysReadable() {
        assertThat(ExternalId.of("site", "conv-42_A:7")).isEqualTo("site:conv-42_A:7");
    }

    @Test
    void idThatAUrlWouldBreakBecomesItsDigest() {
        assertThat(ExternalId.of("site", "abc.def")).isEqualTo("site:ebb3127bf5c7c4b4e42b51710f4946c1c1d05b33");
    }

    @Test
    void lengthCountsTheSourceToo() {
        String longest = "x".repeat(115);

        assertThat(ExternalId.of("site", longest)).isEqualTo("site:" + longest);
        assertThat(ExternalId.of("site", longest + "x")).hasSize("site:".length() + 40);
    }

    @Test
    void emptyIdIsPlain() {
        assertThat(ExternalId.of("site", "")).isEqualTo("site:");
    }

    @Property
    void anyIdGivesAKeyThatTheCrmTakes(@ForAll String id) {
        assertThat(ExternalId.of("site", id)).matches("site:[A-Za-z0-9:_-]{0,115}");
    }
}
