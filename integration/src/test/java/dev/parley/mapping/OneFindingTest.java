package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One slip in the shipped files is told once, at the value, with what to write; nothing that follows from it is told. */
class OneFindingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hours.yaml | timezone: Europe/Berlin | timezone: 42 | 8:15 wrong-type: 'timezone' is a number, but must be text, such as 'Europe/Stockholm' or 'America/New_York': put it in quotes.",
                "hours.yaml | tuesday: 08:00-17:00 | tuesday: 8 | 12:16 wrong-type: 'tuesday' is a number, but must be text or a list, such as '08:00-17:00'.",
                "hours.yaml | tuesday: 08:00-17:00 | tuesday: 08:00 | 12:16 wrong-value: 'tuesday' is '08:00', but must be like '08:00-17:00'. Did you mean '08:00-17:00'?",
                "hours.yaml | country: DE | country: Germany | 18:16 wrong-value: 'country' is 'Germany', but must be like 'SE', 'DE' or 'US'.",
                "hours.yaml | region: by | region: 2026-13-45 | 19:15 wrong-value: 'region' is '2026-13-45', but must be like 'by' or 'ca'.",
                "hours.yaml | dates: [2026-12-24, | dates: [2026-13-24, | 20:15 wrong-value: the calendar has no day '2026-13-24'.",
                "meetings.yaml | timezone: Europe/Berlin | timezone: true | 11:11 wrong-type: 'timezone' is true or false, but must be text, such as 'Europe/Stockholm': put it in quotes.",
                "meetings.yaml | hours: office | hours: 8 | 19:12 wrong-type: 'hours' is a number, but must be text, such as 'office': put it in quotes.",
                "meetings.yaml | lengthMinutes: 30 | lengthMinutes: \"30\" | 7:16 wrong-type: 'lengthMinutes' is text, but must be a whole number, such as '30': leave the quotes out.",
                "routing.yaml | accept: PT5M | accept: PT | 7:9 wrong-value: 'accept' is 'PT', but must be like 'PT5M'. Did you mean 'PT5M'?",
                "routing.yaml | accept: PT5M | accept: 5 | 7:9 wrong-type: 'accept' is a number, but must be text, such as 'PT5M'.",
                "routing.yaml | name: Daniel Okafor | vacation: [{ from: 2026-7-6, to: 2026-07-31 }] | 48:61 wrong-value: 'from' is '2026-7-6', but must be like '2026-07-06'. Did you mean '2026-07-06'?",
                "routing.yaml | name: Daniel Okafor | vacation: [{ from: 2026-02-01, to: 2026-02-30 }] | 48:77 wrong-value: the calendar has no day '2026-02-30'.",
                "identity.yaml | personAccounts: false | personAccounts: no | 20:19 wrong-type: 'personAccounts' is text, but must be true or false. Did you mean 'false'?",
                "identity.yaml | freeMail: [] | freeMail: [42] | 63:14 wrong-type: item 1 of 'freeMail' is a number, but must be text: put it in quotes.",
                "salesforce/chat_link.yaml | each: identity.links | each: 42 | 9:7 wrong-type: 'each' is a number, but must be text: put it in quotes.",
                "sources/generic.yaml | id: body.message, text | id: 5, text | 84:17 wrong-type: 'id' of chat.message.edited cannot be a number: as a text it is written '\"5\"'.",
                "sources/calendly.yaml | tolerance: 5m | tolerance: 5 | 19:14 wrong-type: 'tolerance' is a number, but must be text, such as '5m'.",
            })
    void isTold(String name, String right, String wrong, String finding) {
        Map<String, String> texts = new TreeMap<>(Shipped.files());
        assertThat(texts.get(name)).contains(right);
        texts.put(name, texts.get(name).replaceFirst(Pattern.quote(right), wrong));

        List<Finding> findings = MappingFiles.load(texts).findings();

        assertThat(findings).extracting(Finding::toString).containsExactly(name + ":" + finding);
    }
}
