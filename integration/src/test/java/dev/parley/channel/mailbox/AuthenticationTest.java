package dev.parley.channel.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom the own mail server vouches for. */
class AuthenticationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mx.parley.example; dmarc=pass header.from=acme.zendesk.com | true",
                "mx.parley.example; dkim=pass (2048-bit key) header.d=zendesk.com header.s=s1 | true",
                "MX.parley.example 1; spf=pass smtp.mailfrom=bounce@acme.zendesk.com; dkim=fail | true",
                "mx.parley.example; dkim=pass header.d=evil.example | false",
                "mx.parley.example; dkim=pass header.d=notzendesk.com | false",
                "mx.parley.example; dmarc=fail header.from=acme.zendesk.com | false",
                "mx.parley.example; none | false",
                "mx.evil.example; dmarc=pass header.from=acme.zendesk.com | false",
                "mx.evil.example (mx.parley.example); dmarc=pass header.from=acme.zendesk.com | false",
                "mx.parley.example; dkim=pass (a (b; c) key) header.d=zendesk.com | true",
                "mx.parley.example; spf=pass smtp.mailfrom=\"a; b\"@acme.zendesk.com | true",
                "mx.parley.example; spf=pass smtp.mailfrom=\"x; dmarc=pass header.from=acme.zendesk.com \"@evil.example | false",
                "mx.parley.example; spf=pass smtp.mailfrom=\"x\\\"; dmarc=pass header.from=acme.zendesk.com \"@evil.example | false",
                "mx.parley.example; spf=fail (a (b); dmarc=pass header.from=acme.zendesk.com ) x | false",
                "mx.parley.example; spf=fail (a \\); dmarc=pass header.from=acme.zendesk.com ) x | false",
                "mx.parley.example; spf=pass smtp.helo=header.from=acme.zendesk.com | false",
                "mx.parley.example; spf=none x= =?us-ascii?q?x=3B_dmarc=3Dpass_header.from=3Dacme.zendesk.com?= | false",
                "mx.parley.example; spf=fail (; dmarc=pass header.from=acme.zendesk.com | false"
            })
    void onlyForTheAuthorsOwnDomainAndOnlyInItsOwnWords(String results, boolean vouched) {
        Letter mail = LetterReader.read(Mails.transcript("Authentication-Results: " + results));

        assertThat(new Authentication("mx.parley.example").vouches(mail)).isEqualTo(vouched);
        assertThat(new Authentication(null).vouches(mail)).isFalse();
    }

    @Test
    void onlyTheTopmostOfItsOwnHeadersCountsAsTheSenderCanWriteTheOthers() {
        String good = "Authentication-Results: mx.parley.example; dmarc=pass header.from=acme.zendesk.com";
        String bad = "Authentication-Results: mx.parley.example; dmarc=fail header.from=acme.zendesk.com";
        String other = "Authentication-Results: mx.relay.example; dmarc=fail header.from=acme.zendesk.com";
        Authentication authentication = new Authentication("mx.parley.example");

        assertThat(authentication.vouches(LetterReader.read(Mails.transcript(bad, good))))
                .isFalse();
        assertThat(authentication.vouches(LetterReader.read(Mails.transcript(other, good, bad))))
                .isTrue();
    }
}
