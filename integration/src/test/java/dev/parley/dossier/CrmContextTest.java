package dev.parley.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.identity.Owners.Colleague;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an agent should know of a visitor, and nothing of what is not known. */
class CrmContextTest {

    private static final Colleague SAM = new Colleague("005A", "Sam Lind", "sam@one.example", null);

    @Test
    void aContactOfAnAccountWithAnOpenOpportunityIsNamedWithItsOwner() throws JsonProcessingException {
        ObjectNode context = of(
                """
                {"identity":{"accountId":"001A","contactId":"003A","opportunityId":"006A","ownerId":"005A"},
                 "visitor":{"name":"Ann Berg"},"account":{"name":"One Ltd"},
                 "opportunity":{"name":"200 seats","stage":"Proposal"},
                 "qualification":{"stage":"Prospect","grade":"B","score":61,"functions":["negotiation"],
                   "missing":[{"name":"budget","ask":"What may it cost?"}],"needs":["not for the desk"]}}
                """);

        assertThat(context)
                .isEqualTo(
                        json(
                                """
                {"account":{"id":"001A","name":"One Ltd"},"contact":{"id":"003A","name":"Ann Berg"},
                 "opportunity":{"id":"006A","name":"200 seats","stage":"Proposal"},
                 "owner":{"name":"Sam Lind","email":"sam@one.example"},
                 "stage":"Prospect","grade":"B","score":61,"functions":["negotiation"],
                 "missing":[{"name":"budget","ask":"What may it cost?"}],
                 "url":"https://org.example/lightning/r/Opportunity/006A/view"}
                """));
    }

    @Test
    void ofAStrangerNothingIsSaidButWhatTheTalkItselfTells() throws JsonProcessingException {
        ObjectNode context = of(
                """
                {"identity":{"kind":"anonymous","ownerId":"00GQ"},"visitor":{},"qualification":{"stage":"Unknown"}}
                """);

        assertThat(context).isEqualTo(json("{\"stage\":\"Unknown\"}"));
    }

    private static ObjectNode of(String dossier) throws JsonProcessingException {
        return CrmContext.of(
                json(dossier),
                id -> Optional.of(SAM).filter(sam -> sam.id().equals(id)),
                new ObjectMapper().createArrayNode(),
                "https://org.example");
    }

    private static ObjectNode json(String text) throws JsonProcessingException {
        return (ObjectNode) new ObjectMapper().readTree(text);
    }
}
