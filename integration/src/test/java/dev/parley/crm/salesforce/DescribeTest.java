package dev.parley.crm.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.crm.Describe;
import dev.parley.crm.Describe.RecordType;
import dev.parley.crm.Describe.Trait;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

class DescribeTest {

    private static final String LEAD =
            """
            {"name":"Lead","label":"Lead","createable":true,"updateable":true,"fields":[
             {"name":"LastName","type":"string","length":80,"createable":true,"updateable":true,"nillable":false,
              "defaultedOnCreate":false,"externalId":false,"restrictedPicklist":false,"picklistValues":[],
              "referenceTo":[],"relationshipName":null},
             {"name":"Status","type":"picklist","length":255,"createable":true,"updateable":true,"nillable":false,
              "defaultedOnCreate":true,"externalId":false,"restrictedPicklist":true,"relationshipName":null,
              "picklistValues":[{"active":true,"value":"Open"},{"active":false,"value":"Old"}],"referenceTo":[]},
             {"name":"OwnerId","type":"reference","length":18,"createable":true,"updateable":true,"nillable":false,
              "defaultedOnCreate":true,"referenceTo":["Group","User"],"relationshipName":"Owner"},
             {"name":"Email","type":"email","length":80,"createable":false,"updateable":false,"nillable":true,
              "externalId":true,"idLookup":true,"unique":true,"filterable":true,"permissionable":true},
             {"name":"CreatedDate","type":"datetime","createable":false,"updateable":false,"nillable":false}],
             "recordTypeInfos":[
             {"active":true,"available":true,"developerName":"Master","name":"Master","recordTypeId":"012000000000000AAA"},
             {"active":true,"available":false,"developerName":"Other","name":"Other","recordTypeId":"012000000000001AAA"}]}""";

    @Test
    void tellsWhatTheOrgKnowsOfAnObject() throws Exception {
        Describe lead = DescribeReply.read(SalesforceClient.JSON.readTree(LEAD));

        assertThat(lead.sobject()).isEqualTo("Lead");
        assertThat(lead.createable()).isTrue();
        assertThat(lead.fields().get("LastName"))
                .isEqualTo(new Describe.Field(
                        "LastName",
                        "string",
                        80,
                        Set.of(Trait.CREATEABLE, Trait.UPDATEABLE, Trait.REQUIRED),
                        List.of(),
                        List.of(),
                        null));
        assertThat(lead.fields().get("Status"))
                .isEqualTo(new Describe.Field(
                        "Status",
                        "picklist",
                        255,
                        Set.of(Trait.CREATEABLE, Trait.UPDATEABLE, Trait.RESTRICTED),
                        List.of("Open"),
                        List.of(),
                        null));
        assertThat(lead.fields().get("Email").traits())
                .containsExactlyInAnyOrder(
                        Trait.EXTERNAL_ID, Trait.ID_LOOKUP, Trait.UNIQUE, Trait.FILTERABLE, Trait.PERMISSIONABLE);
        assertThat(lead.recordTypes()).containsExactly(new RecordType("012000000000000AAA", "Master", "Master"));
        assertThat(lead.fields().get("OwnerId").referenceTo()).containsExactly("Group", "User");
        assertThat(lead.fields().get("OwnerId").relationshipName()).isEqualTo("Owner");
        assertThat(lead.fields().get("CreatedDate").is(Trait.REQUIRED)).isFalse();
    }

    @Test
    void isRememberedForAWhile() {
        MutableClock clock = MutableClock.of(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
        List<String> asked = new ArrayList<>();
        DescribeCache cache = new DescribeCache(
                sobject -> {
                    asked.add(sobject);
                    return new Describe(sobject, sobject, true, true, Map.of(), List.of());
                },
                clock);

        cache.get("Lead");
        cache.get("Lead");
        cache.get("Contact");
        assertThat(asked).containsExactly("Lead", "Contact");

        clock.add(DescribeCache.KEPT);
        cache.get("Lead");
        assertThat(asked).containsExactly("Lead", "Contact", "Lead");
    }
}
