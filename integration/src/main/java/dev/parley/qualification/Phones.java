package dev.parley.qualification;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dev.parley.mapping.Signals;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Telephone numbers in a sentence, in E.164. */
final class Phones {

    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_TRIES = 20;

    private static final String DATE = "\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}";

    /** Where a number without its country is first looked for, by the language that is spoken. */
    private static final Map<String, List<String>> REGIONS = Map.of(
            "en", List.of("GB", "US"),
            "sv", List.of("SE"),
            "de", List.of("DE", "AT", "CH"),
            "fa", List.of("IR"),
            "zh", List.of("CN"));

    private Phones() {}

    static Set<String> in(String sentence, Collection<Signals> languages) {
        Set<String> numbers = new LinkedHashSet<>();
        if (sentence.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS) {
            find(sentence, "ZZ", numbers);
            for (Signals language : languages) {
                REGIONS.getOrDefault(language.language(), List.of()).stream()
                        .filter(region -> numbers.isEmpty())
                        .forEach(region -> find(sentence, region, numbers));
            }
        }
        return numbers;
    }

    private static void find(String sentence, String region, Set<String> numbers) {
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        // With its country a number is one as soon as it can be; without, it must be one that is given out.
        Leniency leniency = region.equals("ZZ") ? Leniency.POSSIBLE : Leniency.VALID;
        for (PhoneNumberMatch match : util.findNumbers(sentence, region, leniency, MOST_TRIES)) {
            if (!match.rawString().matches(DATE)) {
                numbers.add(util.format(match.number(), PhoneNumberFormat.E164));
            }
        }
    }
}
