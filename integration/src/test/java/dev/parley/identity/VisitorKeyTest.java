package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisitorKeyTest {

    @Test
    void anEmailIsTheSameVisitorInEverySource() {
        String key = "43ad4bd0ecbe287187661bf67ea3115426c8cce1";

        assertThat(VisitorKey.of("site", "v1", " Anna@Nordwind.Example "))
                .isEqualTo(VisitorKey.of("shop", null, "anna@nordwind.example"));
        assertThat(VisitorKey.of("site", null, "anna@nordwind.example")).contains(key);
    }

    @Test
    void withoutAnEmailTheChatServicesIdIsTheKey() {
        assertThat(VisitorKey.of("site", "v1", null)).contains("site:v1");
        assertThat(VisitorKey.of("site", "v1", "not an e-mail")).contains("site:v1");
    }

    @Test
    void somebodyUnknownHasNone() {
        assertThat(VisitorKey.of("site", null, null)).isEmpty();
        assertThat(VisitorKey.of("site", " ", "@")).isEmpty();
    }
}
