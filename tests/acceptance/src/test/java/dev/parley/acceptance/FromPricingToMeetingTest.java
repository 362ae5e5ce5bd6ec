package dev.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * From "can I talk to somebody about pricing?" to the invitation that is accepted: the visitor at the site, the agent at
 * the desk, the seller's calendar where this machine has a server for it, mail out and in, and the org; each of them real.
 */
class FromPricingToMeetingTest {

    private static final MailServer ANSWERS = MailServer.start();

    @RegisterExtension
    static final Installation HERE = Installation.with(ANSWERS.settings());

    @RegisterExtension
    static final WebBrowser BROWSER = new WebBrowser();

    private static final String EVA = "eva@hallandsbruk.example";
    private static final String MAJA = "maja@norrvik.example";
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static Optional<CalDavServer> calendar = Optional.empty();
    private static String opportunity;
    private static String contact;

    private final Org org = HERE.org();

    @BeforeAll
    static void aSellerWithACalendar() throws IOException {
        calendar = CalDavServer.start(HERE.plugin().home().resolve("calendar"));
        Org org = HERE.org();
        String maja = seller(org);
        String account = org.create("Account", Map.of("Name", "Hallands Bruk AB", "Website", "hallandsbruk.example"));
        contact = org.create("Contact", Map.of("LastName", "Ryd", "Email", EVA, "AccountId", account));
        opportunity = org.create(
                "Opportunity",
                Map.of(
                        "Name",
                        "Mill rollout",
                        "AccountId",
                        account,
                        "OwnerId",
                        maja,
                        "StageName",
                        "Qualification",
                        "CloseDate",
                        "2030-03-31"));
        org.create("OpportunityContactRole", Map.of("OpportunityId", opportunity, "ContactId", contact));
        Path mappings = HERE.plugin().home().resolve("mappings");
        MappingCopy.of(Plugin.project("mappings"), mappings);
        Files.writeString(
                mappings.resolve("routing.yaml"),
                """
                accept: PT5M
                rules:
                  - name: asks for a person
                    when: '"wants-human" in qualification.functions'
                    offer: [opportunity-owner]
                escalation: { mail: desk@norrvik-sales.example }
                """);
        Files.writeString(
                mappings.resolve("meetings.yaml"),
                """
                subject: Talk about prices
                noticeMinutes: 60
                sellers:
                  maja: { name: Maja Lindqvist, email: %s, hours: always%s }
                """
                        .formatted(
                                MAJA,
                                calendar.map(server -> ", calendar: \"" + server.address() + "\"")
                                        .orElse("")));
        HERE.plugin()
                .with(org.mailSettings())
                .with("source.default.mode", "handoff", "meetings.enabled", "true", "meetings.interval", "200ms")
                .restart("mappings.dir", mappings.toString().replace("\\", "\\\\"));
        org.speakTo(HERE.plugin());
    }

    private static String seller(Org org) {
        String role = id(org, "SELECT Id FROM UserRole WHERE DeveloperName = 'Sales'");
        String user = org.create(
                "User",
                Map.of("Username", MAJA, "LastName", "Lindqvist", "Email", MAJA, "Alias", "maja", "UserRoleId", role));
        String permissions = id(org, "SELECT Id FROM PermissionSet WHERE Name = 'Chat_Handoff_Seller'");
        org.create("PermissionSetAssignment", Map.of("AssigneeId", user, "PermissionSetId", permissions));
        return user;
    }

    private static String id(Org org, String soql) {
        return org.one(soql).path("Id").asText();
    }

    @AfterAll
    static void stop() throws Exception {
        ANSWERS.empty();
        calendar.ifPresent(CalDavServer::close);
    }

    @Test
    void whoAsksAboutPricesMeetsTheSellerOfTheOpportunity() throws Exception {
        Page visitor = asksForAPerson();
        Page desk = offerIsTaken();
        assertThat(visitor.getByText("takes this up with you")).isVisible(visible());

        visitor.getByRole(AriaRole.BUTTON, named("Meet")).click();
        Locator times = visitor.locator(".message")
                .filter(new Locator.FilterOptions().setHasText("These times are free"))
                .locator(".choices button");
        assertThat(times.first()).isVisible(visible());
        BROWSER.screenshot(visitor, "times");
        times.first().click();
        assertThat(visitor.getByText("The meeting is on")).isVisible(visible());
        assertThat(desk.locator("#log")).containsText("Offered:");

        JsonNode meeting = meetingInTheOrg();
        JsonNode invitation = invitation();
        String uid = lineOf(invitation, "UID");
        if (calendar.isPresent()) {
            assertThat(calendar.get().entries()).contains(uid);
        }
        assertThat(Instant.parse(meeting.path("Start__c").asText().replace("+0000", "Z")))
                .isAfter(Instant.now().plus(Duration.ofMinutes(50)));

        ANSWERS.send(EVA, acceptance(invitation, uid));

        await("the visitor's answer").atMost(LONGEST).until(() -> conversation()
                .at("/meetings/0/replies")
                .findValuesAsText("status")
                .contains("accepted"));
        assertThat(meetingInTheOrg().path("Status__c").asText()).isEqualTo("Booked");
        assertThat(org.mail(EVA)).as("no second invitation").hasSize(1);
    }

    private static Page asksForAPerson() {
        Page visitor = BROWSER.open(
                HERE.org().url() + "/site/",
                new Browser.NewContextOptions().setLocale("en-GB").setTimezoneId("Europe/Stockholm"));
        visitor.getByRole(AriaRole.BUTTON, named("Chat with us")).click();
        visitor.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Eva Ryd");
        visitor.getByLabel("Work e-mail").fill(EVA);
        visitor.getByLabel("Your question").fill("Can I talk to somebody about pricing?");
        visitor.getByRole(AriaRole.BUTTON, named("Start chat")).click();
        return visitor;
    }

    private static Page offerIsTaken() {
        Page desk = BROWSER.open(HERE.org().url() + "/desk/");
        desk.locator("#queue button")
                .filter(new Locator.FilterOptions().setHasText("Eva Ryd"))
                .click(new Locator.ClickOptions().setTimeout(LONGEST.toMillis()));
        assertThat(desk.locator(".offer")).containsText("Offered to", contained());
        desk.locator(".offer button.main").click();
        assertThat(desk.locator("#log")).containsText("accepted the offer", contained());
        return desk;
    }

    /** The event on the opportunity and the contact, in the seller's own calendar of the org. */
    private JsonNode meetingInTheOrg() {
        await("the event").atMost(LONGEST).until(() -> !org.soql(
                        "SELECT Id FROM Event WHERE WhatId = '" + opportunity + "'")
                .isEmpty());
        JsonNode event = org.one("SELECT Id, WhoId, Owner.Email FROM Event WHERE WhatId = '" + opportunity + "'");
        assertThat(event.path("WhoId").asText()).isEqualTo(contact);
        assertThat(event.at("/Owner/Email").asText()).isEqualTo(MAJA);
        await("the meeting's state").atMost(LONGEST).until(() -> !org.soql(
                        "SELECT Id FROM Chat_Meeting__c WHERE Status__c = 'Booked'")
                .isEmpty());
        return org.one("SELECT Status__c, Start__c FROM Chat_Meeting__c");
    }

    private JsonNode invitation() {
        await("the invitation").atMost(LONGEST).until(() -> !org.mail(EVA).isEmpty());
        JsonNode mail = org.mail(EVA).get(0);
        assertThat(mail.path("calendar").asText()).contains("METHOD:REQUEST", "RSVP=TRUE");
        return mail;
    }

    private static String lineOf(JsonNode invitation, String property) {
        String unfolded = invitation.path("calendar").asText().replaceAll("\r?\n[ \t]", "");
        return Pattern.compile("(?m)^" + property + "[:;].*$")
                .matcher(unfolded)
                .results()
                .map(MatchResult::group)
                .reduce((first, last) -> last)
                .orElseThrow()
                .strip();
    }

    /** As a calendar program answers (RFC 5546, section 3.2.3). */
    private static String acceptance(JsonNode invitation, String uid) {
        return String.join(
                "\n",
                List.of(
                        "From: " + EVA,
                        "To: " + MailServer.ADDRESS,
                        "Subject: Accepted: Talk about prices",
                        "Message-ID: <accepted@hallandsbruk.example>",
                        "MIME-Version: 1.0",
                        "Content-Type: text/calendar; method=REPLY; charset=utf-8",
                        "",
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Hallands Bruk//Calendar//EN",
                        "METHOD:REPLY",
                        "BEGIN:VEVENT",
                        uid,
                        lineOf(invitation, "SEQUENCE"),
                        "DTSTAMP:" + Instant.now().toString().replaceAll("[-:]|\\.\\d+", ""),
                        lineOf(invitation, "ORGANIZER"),
                        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:" + EVA,
                        "END:VEVENT",
                        "END:VCALENDAR",
                        ""));
    }

    private JsonNode conversation() {
        String key = org.one(
                        "SELECT External_Id__c FROM Chat_Conversation__c WHERE Opportunity__c = '" + opportunity + "'")
                .path("External_Id__c")
                .asText();
        String[] parts = key.split(":", 2);
        return HERE.chats().view(Chat.of(parts[1]).from(parts[0]));
    }

    private static LocatorAssertions.IsVisibleOptions visible() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(LONGEST.toMillis());
    }

    private static LocatorAssertions.ContainsTextOptions contained() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(LONGEST.toMillis());
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
