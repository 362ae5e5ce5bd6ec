package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A country by its code, so that orgs with country picklists take it. */
class CountryTest {

    @ParameterizedTest
    @CsvSource({
        "DE, DE",
        "de, DE",
        "DEU, DE",
        "Germany, DE",
        "Deutschland, DE",
        "' deutschland ', DE",
        "Österreich, AT",
        "Osterreich, AT",
        "Côte d’Ivoire, CI",
        "日本, JP",
        "Россия, RU",
        "Suisse, CH",
        "Svizzera, CH",
        "USA, US",
        "U.S.A., US",
        "United States, US",
        "UK, GB",
        "United Kingdom, GB",
        "The Shire, ",
        "D, "
    })
    void isKnownByCodeAndByName(String country, String code) {
        assertThat(Country.code(country)).isEqualTo(code);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "-", "49"})
    void nowhereIsNoCountry(String country) {
        assertThat(Country.code(country)).isNull();
    }

    @Test
    void everyCountryIsKnownByItsEnglishName() {
        assertThat(Locale.getISOCountries()).allSatisfy(code -> assertThat(Country.code(
                        new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH)))
                .isEqualTo(code));
    }

    @Property
    void anyTextHasOneOrNone(@ForAll String text) {
        String code = Country.code(text);

        assertThat(code == null
                        || Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2)
                                .contains(code))
                .isTrue();
    }
}
