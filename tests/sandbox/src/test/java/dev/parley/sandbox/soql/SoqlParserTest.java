package dev.parley.sandbox.soql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.sandbox.records.SalesforceError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoqlParserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id from account",
                "SELECT Id, Owner.Name FROM Opportunity WHERE Account.Owner.Name = 'Ines' ORDER BY CloseDate DESC NULLS LAST",
                "SELECT Id FROM Lead WHERE SystemModstamp > 2026-11-23T12:00:00.000Z LIMIT 2000",
                "SELECT Id FROM Lead WHERE SystemModstamp > 2026-11-23T12:00:00.000+0000",
                "SELECT Id FROM Lead WHERE SystemModstamp <= 2026-11-23T14:00:00+02:00",
                "SELECT Id FROM Lead WHERE NOT (Name LIKE 'A%' OR Name LIKE 'B\\%')",
                "SELECT Id FROM Lead WHERE (NOT Name = 'x') AND Company = 'y'",
                "SELECT Name, (SELECT LastName FROM Contacts WHERE Email != null ORDER BY LastName LIMIT 3) FROM Account",
                "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE Email = 'a@b.example')",
                "SELECT Id FROM Chat_Conversation__c WHERE Functions__c INCLUDES ('buy;book', 'complain')",
                "SELECT COUNT() FROM Account WHERE CreatedDate = LAST_N_DAYS:30",
                "SELECT StageName, COUNT(Id) n FROM Opportunity GROUP BY StageName HAVING COUNT(Id) > 1 ORDER BY COUNT(Id)",
                "SELECT StageName, SUM(Amount) FROM Opportunity GROUP BY ROLLUP (StageName)",
                "SELECT TYPEOF What WHEN Account THEN Phone WHEN Opportunity THEN Amount ELSE Name END FROM Task",
                "SELECT FIELDS(ALL) FROM Account LIMIT 200",
                "SELECT c.Name, a.Name FROM Contact c, c.Account a WHERE a.Name = 'x'",
                "SELECT Id FROM Account WHERE AnnualRevenue > EUR5000.50",
                "SELECT Id FROM Account FOR UPDATE",
                "SELECT Id /* why */ FROM Account // here",
                "SELECT Id FROM Account WITH SECURITY_ENFORCED LIMIT 1",
                "SELECT Title FROM Knowledge__kav WITH DATA CATEGORY Area__c AT eu__c AND Kind__c BELOW all__c LIMIT 5",
            })
    void readsWhatSoqlAllows(String soql) {
        assertThat(SoqlParser.parse(soql).select()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SELECT",
                "SELECT FROM Account",
                "SELECT Id FROM",
                "SELECT Id FROM Account WHERE",
                "SELECT Id FROM Account WHERE Name",
                "SELECT Id FROM Account WHERE Name = 'open",
                "SELECT Id FROM Account WHERE Name = unquoted",
                "SELECT Id FROM Account WHERE Name = 'a' AND Name = 'b' OR Name = 'c'",
                "SELECT Id FROM Account WHERE Name = 'a' AND NOT Name = 'b'",
                "SELECT Id FROM Account WHERE (Name = 'a'",
                "SELECT Id FROM Account ORDER BY",
                "SELECT Id FROM Account GROUP",
                "SELECT Id FROM Account LIMIT",
                "SELECT Id FROM Account LIMIT -1",
                "SELECT Id FROM Account LIMIT 99999999999",
                "SELECT Id FROM Account; DROP",
                "SELECT * FROM Account",
                "SELECT Id FROM Account ALL ROWS",
                "SELECT Id FROM Lead WHERE CreatedDate > 2026-13-45T00:00:00Z",
                "SELECT Id FROM Lead WHERE CreatedDate = LAST_N_DAYS:-3",
                "UPDATE Account SET Name = 'x'",
            })
    void refusesWhatItDoesNot(String soql) {
        assertThatThrownBy(() -> SoqlParser.parse(soql)).isInstanceOfSatisfying(SalesforceError.class, error -> {
            assertThat(error.errorCode()).isEqualTo("MALFORMED_QUERY");
            assertThat(error.status()).isEqualTo(400);
        });
    }

    @Test
    void pointsToTheTokenThatDoesNotBelong() {
        assertThatThrownBy(() -> SoqlParser.parse("SELECT Id\nFROM Account WHER Name = 'x'"))
                .hasMessage(
                        """

                        FROM Account WHER Name = 'x'
                                          ^
                        ERROR at Row:2:Column:19
                        unexpected token: 'Name'""");
    }

    @Test
    void countsColumnsInCharactersEvenBeyondTheBasicPlane() {
        assertThatThrownBy(() -> SoqlParser.parse("SELECT Id FROM Account WHERE Name = '🙂' oops"))
                .hasMessageEndingWith("unexpected token: 'oops'")
                .hasMessageContaining("'🙂' oops\n");
    }

    @Test
    void saysThatBindVariablesAreForApex() {
        assertThatThrownBy(() -> SoqlParser.parse("SELECT Id FROM Account WHERE Name = :name"))
                .hasMessageContaining("Bind variables only allowed in Apex code");
    }

    @Test
    void staysOnItsFeetWhenAQueryIsNestedBeyondMeasure() {
        String soql = "SELECT Id FROM Account WHERE " + "(".repeat(40_000) + "Name = 'x'" + ")".repeat(40_000);

        assertThatThrownBy(() -> SoqlParser.parse(soql)).hasMessageContaining("nested more than 100 levels deep");
    }

    @Test
    void refusesAQueryLongerThanSalesforceTakes() {
        String soql = "SELECT Id FROM Account WHERE Name = '" + "x".repeat(100_000) + "'";

        assertThatThrownBy(() -> SoqlParser.parse(soql)).hasMessageContaining("100000 characters");
    }
}
