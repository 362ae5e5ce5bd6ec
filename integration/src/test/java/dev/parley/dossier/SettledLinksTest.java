package dev.parley.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a conversation was linked with, and is no longer, is said without saying with what. */
class SettledLinksTest {

    private static final String NORTH = "001000000000001AAA";
    private static final String SOUTH = "001000000000002AAA";

    private final ObjectNode dossier = JsonNodeFactory.instance.objectNode();

    SettledLinksTest() {
        dossier.putObject("conversation").put("externalId", "web:c1");
        dossier.putObject("identity");
    }

    @Test
    void aLinkThatStandsIsLeftAsItIsAndOneThatDoesNotHasItsKeyAlone() {
        dossier.withObject("/identity")
                .withArray("links")
                .addObject()
                .put("key", NORTH)
                .put("accountId", NORTH);

        SettledLinks.tell(dossier, List.of("web:c1:" + NORTH, "web:c1:" + SOUTH));

        assertThat(links().get(0).path("accountId").asText()).isEqualTo(NORTH);
        assertThat(links().get(1))
                .isEqualTo(JsonNodeFactory.instance.objectNode().put("key", SOUTH));
        assertThat(links()).hasSize(2);
    }

    @Test
    void whomACustomerRecommendedStaysLinkedAndSoDoesWhatAnotherFileNamesByItsOwnRule() {
        SettledLinks.tell(dossier, List.of("web:c1:" + "a".repeat(40), "web:v7:" + SOUTH));

        assertThat(dossier.at("/identity/links").isMissingNode()).isTrue();
    }

    private JsonNode links() {
        return dossier.at("/identity/links");
    }
}
