package dev.parley.mapping;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every rule that a finding can name, with its help. */
public enum Rule {
    NO_FILES("A mappings folder holds at least one file in salesforce/."),
    NOT_READ("Only files that end in .yaml are read."),
    UNREADABLE("A file can be opened, and is UTF-8."),
    EMPTY_FILE("A file says something."),
    YAML_SYNTAX("A file is YAML 1.2; spaces indent, never tabs."),
    YAML_TAG("Values have no tags such as !!set: write plain text, numbers, true or false."),
    ALIAS("No anchors and aliases: what is used twice is written twice."),
    DUPLICATE_KEY("A key stands once in its place."),
    TOO_DEEP("A file is not nested deeper than people can read."),
    UNKNOWN_KEY("Only the keys of the schema stand in a file; a misspelt one would go unseen."),
    MISSING_KEY("What the schema demands is there."),
    TOO_MANY_KEYS("Of two keys that exclude each other one is left out."),
    UNUSED_KEY("A key stands only where it takes effect beside the others."),
    NOT_HERE("Something stands where it must not, such as a secret in a file."),
    WRONG_TYPE("A value is of the type that its place takes: by the schema, or by the field of the org."),
    WRONG_VALUE("A value is one of those that its place takes."),
    WRONG_FORMAT("A pattern for dates is one that dates can be read by."),
    EXPRESSION_SYNTAX("An expression is JSONata."),
    UNKNOWN_PATH("An expression asks only for what it is given; dossier.schema.json says what a dossier holds."),
    UNKNOWN_FUNCTION("An expression calls JSONata's functions and its own; their names begin with $."),
    TOO_MANY_ARGUMENTS("A function is given no more than it takes."),
    FORBIDDEN_FUNCTION("The same conversation gives the same records: no clock, no chance, no code from outside."),
    UNSUPPORTED("An expression or a regular expression keeps to what can be checked and bounded beforehand."),
    UNKNOWN_VALUE("What has only certain values is compared with those: another comparison never holds."),
    UNUSED_VARIABLE("A variable that is declared is used."),
    NOT_OF_NOTHING(
            "$not is asked of what is always there: of an absent value it gives nothing, which counts as false."),
    WRONG_RESULT("A field takes text, a number, true or false."),
    UNREACHABLE(
            "First 'from' is asked, then 'reference', then 'default': what comes after a sure value is never used."),
    UNUSED_MAX("'max' cuts the text that 'from' gives; elsewhere it does nothing."),
    UNUSED_BLANK("'blank' says whether 'write: always' may empty a field; elsewhere it does nothing."),
    DEFAULT_TOO_LONG("'max' does not cut a default, so a default keeps to it by itself."),
    CONSTANT_WHEN("'when' tells conversations apart; to turn a file off say 'enabled: false'."),
    CONSTANT_KEY("A key tells records apart, so it depends on the conversation."),
    SAME_KEY("With 'each' the key depends on 'item', or all elements would be one record."),
    UNUSED_EACH("A file with 'each' uses 'item'."),
    NOT_A_LIST("'each' gives a list."),
    UNUSED_ASSIGNMENT("Salesforce has assignment rules for leads, cases and accounts only."),
    KEY_FIELD_MAPPED("The key is written by itself, and not listed among the fields."),
    SAME_RECORD("Two files do not make the same record."),
    DANGLING_REFERENCE("A record that another names by its external id is made by some file that is enabled."),
    SOURCE_NAME("The name of a source file is that of the source."),
    SAME_ID("Each event of a source has an id of its own, or all but the first would count as repeats."),
    UNVERIFIED("A source proves where its bodies come from; without that anybody can send them."),
    CONTRADICTION("What a file says in one place is not undone by what it says in another."),
    NO_TOLERANCE("Where a signature covers a timestamp, old bodies are refused."),
    UNKNOWN_PLACEHOLDER("A template names only what is known: {signature}, {timestamp}, {body}."),
    PATTERN_SYNTAX("A regular expression can be read (RE2's syntax)."),
    PATTERN_TOO_LARGE("A regular expression counts no further than it must."),
    PATTERN_ENDLESS_CASE("A regular expression goes by letters whose capitals are known."),
    UNKNOWN_GROUP("A regular expression's named groups are those that a transcript has."),
    UNKNOWN_LANGUAGE("The name of a file for one language is the language's two letters (ISO 639-1)."),
    FITS_EVERYTHING("A regular expression that sorts messages is not found in every one of them."),
    SAME_PHRASE("A phrase stands once in its list; case and punctuation make no other phrase of it."),
    UNKNOWN_ZONE("A time zone is one of the IANA database, such as Europe/Berlin."),
    UNKNOWN_HOLIDAYS("A country or region whose holidays are asked for is one whose holidays are known."),
    UNKNOWN_CALENDAR("A calendar that is named stands in hours.yaml, or is 'always'."),
    UNUSED_CALENDAR("A calendar that is declared is named by a seller, a pool, a promise or the silence of a source."),
    UNKNOWN_POOL("Whom a rule offers to is a pool of the file, or an owner from the CRM."),
    UNUSED_POOL("A pool that is declared is used."),
    NOBODY_TOLD("Where visitors are promised something, somebody is told when it is not kept."),
    LANGUAGE_NAME("The name of a file of signals is the code of its language, such as sv."),
    UNKNOWN_SIGNAL("A signal that is asked for is shown by phrases of some language."),
    UNUSED_SIGNAL("A signal that phrases show is asked for by qualification.yaml, or read by Parley itself."),
    SAME_NAME("Two reasons do not have the same name, or nobody could tell them apart."),
    UNFINISHED_CHANGE("The folder holds no half of a change: what was begun is finished at the next start."),
    NO_EXPECTATION("A test expects something."),
    NOTHING_GIVEN("A test says what is given."),
    TRIES_NOTHING("A test file stands beside a kind of file that tests can try."),
    UNKNOWN_OBJECT("The object is there: in the org for the integration user, or for a test in some mapping file."),
    UNKNOWN_FIELD("The field is there: in the org for the integration user, or for a test in the mapping file."),
    MISSING_FIELD("With --org: what the org demands of a new record is mapped."),
    MAY_BE_MISSING("With --org: what the org demands of a new record has a value for every conversation."),
    NOT_WRITEABLE("With --org: the integration user may write the field when the file says it is written."),
    NOT_PERMITTED("With --org: the permission set Chat_Sync_Integration lets all mapped fields be written."),
    NOT_EXTERNAL_ID("With --org: the org can find a record by what is said to be its external id."),
    NOT_UNIQUE("With --org: no two records of the org have the same external id."),
    NOT_FILTERABLE("With --org: the org can look for the key of an object without external id; long text it cannot."),
    WRONG_REFERENCE("With --org: a field refers to objects of the type that the reference names."),
    UNKNOWN_PICKLIST_VALUE("With --org: a picklist is given its own active values; identity.yaml names its stages."),
    OPEN_PICKLIST("With --org: a restricted picklist is not given any text that comes."),
    TOO_LONG("With --org: text fits the field; 'max' cuts it."),
    UNKNOWN_RECORD_TYPE("With --org: a record type is there, and the integration user may give it."),
    UNKNOWN_USER("With --org: a user whom people.yaml, routing.yaml or meetings.yaml names is there, and active."),
    UNKNOWN_QUEUE("With --org: a queue that people.yaml or the escalation of routing.yaml names is there."),
    COUNTRY_PICKLIST("With --org: where the org has state and country picklists, codes are mapped, not names."),
    NO_CURRENCY("With --org: in an org with several currencies an amount says which.");

    private final String help;

    Rule(String help) {
        this.help = help;
    }

    /** The rule that a finding names; empty if there is none. */
    public static Optional<Rule> of(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** Its name as findings give it, such as {@code unknown-key}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it demands, one line. */
    public String help() {
        return help;
    }
}
