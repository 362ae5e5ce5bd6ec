package dev.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The admin says in the console whose a conversation is, where Parley could not tell. */
class ReviewPageStoriesTest {

    @RegisterExtension
    static final Installation PARLEY = Installation.with();

    @RegisterExtension
    static final WebBrowser BROWSER = new WebBrowser();

    private final Org org = PARLEY.org();
    private final ChatService chats = PARLEY.chats();

    @Test
    void whoMayBeMeantIsShownFieldByFieldAndChosenByKeyboard() {
        Customer customer = Customer.with(org, "choosing");
        String twin = twin(customer, "choosing");
        Chat chat = doubtful("choose-1", customer);

        Page page = console("en-GB");
        Locator card = page.getByRole(
                AriaRole.ARTICLE,
                new Page.GetByRoleOptions().setName("site choose-1").setExact(true));
        assertThat(card).containsText("2 records of Contact have this e-mail");
        assertThat(card).containsText("The likeliest stands above the next by: 10%");
        assertThat(card.locator("tbody tr")).hasCount(3);
        Locator row = card.locator("tr", new Locator.LocatorOptions().setHasText(twin));
        assertThat(row.locator("li.good").first()).containsText("E-mail: kim@choosing.example");
        WebBrowser.assertAccessible(page);
        card.getByRole(AriaRole.CHECKBOX).check();
        row.getByRole(AriaRole.BUTTON).focus();
        page.keyboard().press("Enter");

        assertThat(card).hasCount(0);
        assertThat(page.locator("#reviews-title")).isFocused();
        JsonNode decided = awaitManual(chat);
        assertThat(decided.path("Contact__c").asText()).isEqualTo(twin);
        Chat next = Chat.of("choose-2")
                .started(Map.of("name", "Lo Ek", "email", "lo@choosing.example"))
                .visitor("Hello")
                .closed();
        chats.tell(next);
        assertThat(chats.view(next).at("/identity/accountId").asText()).isEqualTo(customer.account());
    }

    @Test
    void inPersianFromTheRightNoneOfThemIsAnAnswerToo() {
        Customer customer = Customer.with(org, "nobody");
        twin(customer, "nobody");
        Chat chat = doubtful("nobody-1", customer);

        Page page = console("fa-IR");
        assertThat(page.locator("html")).hasAttribute("dir", "rtl");
        Locator card = page.getByRole(
                AriaRole.ARTICLE,
                new Page.GetByRoleOptions().setName("site nobody-1").setExact(true));
        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("هیچ‌کدام"))
                .click();

        assertThat(card).hasCount(0);
        JsonNode decided = awaitManual(chat);
        assertThat(decided.path("Account__c").isNull()).isTrue();
        assertThat(decided.path("Contact__c").isNull()).isTrue();
    }

    private Page console(String locale) {
        Page page =
                BROWSER.open(PARLEY.plugin().url() + "/console/", new Browser.NewContextOptions().setLocale(locale));
        page.locator("#token").fill(Plugin.ADMIN_TOKEN);
        page.locator("#entry button").click();
        return page;
    }

    private String twin(Customer customer, String name) {
        return org.create(
                "Contact",
                Map.of("LastName", name, "Email", "kim@" + name + ".example", "AccountId", customer.account()));
    }

    private Chat doubtful(String id, Customer customer) {
        Chat chat = Chat.of(id).started(customer.person()).visitor("Hello").closed();
        chats.tell(chat);
        return chat;
    }

    private JsonNode awaitManual(Chat chat) {
        String soql = "SELECT Account__c, Contact__c, Match_Decision__c FROM Chat_Conversation__c"
                + " WHERE External_Id__c = '" + chat.externalId() + "'";
        return Awaitility.await("the decision in the CRM")
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> org.one(soql),
                        row -> row.path("Match_Decision__c").asText().equals("Manual"));
    }
}
