package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.company.EmailAddress;
import dev.parley.company.Host;
import dev.parley.conversation.Person;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Normal forms are normal: taking one again changes nothing, and no text breaks them. */
class NormalisationPropertiesTest {

    @Property
    void anEmailInNormalFormStaysAsItIs(@ForAll("texts") String text) {
        EmailAddress.of(text)
                .ifPresent(once -> assertThat(EmailAddress.of(once.toString())).contains(once));
    }

    @Property
    void caseAndSpaceAroundAnEmailDoNotMatter(@ForAll("locals") String local) {
        String email = local + "@nordwind.example";

        assertThat(EmailAddress.of("\t " + email.toUpperCase(java.util.Locale.ROOT) + " \n"))
                .isPresent()
                .isEqualTo(EmailAddress.of(email));
    }

    @Property
    void aHostInNormalFormStaysAsItIs(@ForAll("texts") String text) {
        Host.ofWebsite(text).ifPresent(once -> {
            assertThat(Host.ofWebsite("https://www." + once.name() + "/a")).contains(once);
            assertThat(once.upToRegistrable()).first().isEqualTo(once.name());
            assertThat(once.upToRegistrable()).last().isEqualTo(once.registrable());
        });
    }

    @Property
    void digitsStayDigits(@ForAll("texts") String text) {
        Phone.digits(text).ifPresent(once -> assertThat(Phone.digits(once)).contains(once));
    }

    @Property
    void noVisitorBreaksTheNormalForm(@ForAll("texts") String a, @ForAll("texts") String b, @ForAll String c) {
        Visitor visitor = Visitor.of("site", new Person(c, null, a, b, null, null, a, null, null));

        assertThat(visitor.reachable()).isEqualTo(visitor.email() != null || visitor.phone() != null);
        assertThat(visitor.keys()).hasSizeLessThanOrEqualTo(2).doesNotContainNull();
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> domain = Arbitraries.of(
                "nordwind.example",
                "BÜCHER.example",
                "例え.jp",
                "a..b",
                "co.uk",
                "x.co.uk",
                "1.2.3.4",
                "İ.example",
                "ß.de");
        Arbitrary<String> words = Arbitraries.strings().ofMaxLength(30);
        return Arbitraries.oneOf(
                words,
                Arbitraries.strings().withChars("aZ0@./:-_[]\u00a0\u200bßİ。").ofMaxLength(40),
                words.flatMap(word -> domain.map(name -> word + "@" + name)),
                words.flatMap(word -> domain.map(name -> "http://" + name + "/" + word)));
    }

    @Provide
    Arbitrary<String> locals() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("._+-")
                .ofMinLength(1)
                .ofMaxLength(40);
    }
}
