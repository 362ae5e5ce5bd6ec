package dev.parley.mapping;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Reads mapping files: {@code salesforce/*.yaml} and the other kinds beside it, in the order of their names. */
public final class MappingFiles {
    /** What the CRM's records are made of; the one kind that cannot be left out. */
    private static final String SALESFORCE = "salesforce";

    /** How the webhooks of chat and booking services are verified and translated. */
    private static final String SOURCES = "sources";

    /** What is read out of the mails in which services send transcripts. */
    private static final String TRANSCRIPTS = "transcripts";

    /** Who the people of the chat services are in the org; a single file. */
    private static final String PEOPLE = "people";

    /** What people's sentences show, by language. */
    private static final String SIGNALS = "signals";

    /** How conversations are judged; a single file. */
    private static final String QUALIFICATION = "qualification";

    /** How visitors are recognised; a single file. */
    private static final String IDENTITY = "identity";

    /** When people work; a single file. */
    private static final String HOURS = "hours";

    /** Who is offered which conversations; a single file. */
    private static final String ROUTING = "routing";

    /** How visitors get a meeting; a single file. */
    private static final String MEETINGS = "meetings";

    private static final Set<String> SINGLE = Set.of(PEOPLE, IDENTITY, QUALIFICATION, HOURS, ROUTING, MEETINGS);

    /** What messages are for, by language. */
    private static final String FUNCTIONS = "functions";

    /** What shows the person behind a message, by language. */
    private static final String PRESENCE = "presence";

    /** In the order in which they are read. */
    private static final List<String> KINDS =
            List.of(SALESFORCE, SOURCES, TRANSCRIPTS, PEOPLE, SIGNALS, QUALIFICATION, FUNCTIONS, PRESENCE, IDENTITY);

    /** Kinds that change what is read out of a message. */
    private static final Set<String> READING = Set.of(SIGNALS, QUALIFICATION, FUNCTIONS, PRESENCE);

    private final List<Finding> findings = new ArrayList<>();
    private final List<RecordMapping> mappings = new ArrayList<>();
    private final List<TranscriptMapping> transcripts = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private final List<SourceMapping> sources = new ArrayList<>();
    private final List<FunctionsMapping> functions = new ArrayList<>();
    private final List<PresenceMapping> presence = new ArrayList<>();
    private People people = People.UNKNOWN;
    private final Map<String, Signals> signals = new TreeMap<>();
    private final List<YamlFile> signalFiles = new ArrayList<>();
    private Qualification qualification = Qualification.NONE;
    private IdentityPolicy identity = IdentityPolicy.DEFAULT;
    private Hours hours = Hours.NONE;
    private Optional<UnusedCalendars> calendars = Optional.empty();
    private Routing routing = Routing.NONE;
    private MeetingPolicy meetings = MeetingPolicy.NONE;
    private final List<OrgName> orgNames = new ArrayList<>();
    private final List<TestFile> tests = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private final Hasher version = Hashing.sha256().newHasher();
    private final Hasher readVersion = Hashing.sha256().newHasher();

    private final FilesRead files;

    private MappingFiles(FilesRead files) {
        this.files = files;
    }

    /**
     * Begins to load what reading files takes, by a thread of its own. A program that will read files soon calls this
     * and does something else meanwhile; on two processors a check takes two thirds of its time then.
     */
    public static void prepare() {
        Thread thread = new Thread(MappingFiles::loadClasses, "prepare-mappings");
        thread.setDaemon(true);
        thread.start();
    }

    /** Those that are slow to load: the validator, the schemas, the time zones. */
    private static void loadClasses() {
        YamlFile nothing = YamlFile.unplaced("", JsonNodeFactory.instance.objectNode());
        KINDS.forEach(kind -> new SchemaLint(Schemas.of(kind), nothing, finding -> {}).check());
        Objects.requireNonNull(ZoneId.getAvailableZoneIds());
    }

    /**
     * Reads and checks all files of a folder; never stops at the first thing that is wrong.
     *
     * @param dir the mappings folder
     * @return the files and everything that is wrong with them
     */
    public static Loaded load(Path dir) {
        MappingFiles files = new MappingFiles(new FilesRead());
        return files.read(
                MappingFolder.texts(dir, files.findings::add),
                dir.resolve(SALESFORCE).toString());
    }

    /**
     * The same for files that stand in no folder.
     *
     * @param texts by path below the mappings folder, such as {@code salesforce/lead.yaml}
     */
    public static Loaded load(Map<String, String> texts) {
        return load(texts, new FilesRead());
    }

    static Loaded load(Map<String, String> texts, FilesRead files) {
        return new MappingFiles(files).read(new TreeMap<>(texts), SALESFORCE);
    }

    private Loaded read(Map<String, String> texts, String where) {
        readKind(texts, SALESFORCE, (file, told) -> new RecordMappingReader(file, told).read(), this::addRecord);
        readKind(texts, SOURCES, (file, told) -> new SourceMappingReader(file, told).read(), sources::add);
        readKind(
                texts,
                TRANSCRIPTS,
                (file, told) -> new TranscriptMappingReader(file, told).read(),
                mapping -> mapping.ifPresent(transcripts::add));
        readKind(texts, PEOPLE, (file, told) -> PeopleReader.read(file), read -> people = read);
        readKind(
                texts,
                SIGNALS,
                (file, told) -> Map.entry(file, new SignalsReader(file, told).read()),
                language -> addSignals(language.getKey(), language.getValue()));
        readKind(texts, QUALIFICATION, (file, told) -> file, this::compileQualification);
        readKind(texts, FUNCTIONS, (file, told) -> new FunctionsReader(file, told).read(), functions::add);
        readKind(texts, PRESENCE, (file, told) -> new PresenceReader(file, told).read(), presence::add);
        readKind(
                texts,
                IDENTITY,
                (file, told) -> Map.entry(file, new IdentityPolicyReader(file, told).read()),
                policy -> addIdentity(policy.getKey(), policy.getValue()));
        readKind(
                texts,
                HOURS,
                (file, told) -> Map.entry(file, new HoursReader(file, told).read()),
                calendars -> addCalendars(calendars.getKey(), calendars.getValue()));
        readKind(texts, ROUTING, (file, told) -> file, this::compileRouting);
        readKind(texts, MEETINGS, (file, told) -> file, this::compileMeetings);
        calendars.ifPresent(unused -> unused.check(findings::add));
        if (mappings.isEmpty() && findings.stream().noneMatch(finding -> finding.level() == Level.ERROR)) {
            findings.add(Finding.error(
                    new Place(SALESFORCE, 1, 1), "no-files", "there is no mapping file (*.yaml) in " + where));
        }
        new RecordsLint(mappings, unreadable, findings::add).check();
        texts.forEach(this::readTests);
        checkTests(texts.keySet());
        findings.sort(Finding.IN_ORDER);
        return new Loaded(
                List.copyOf(findings),
                new MappingSet(
                        mappings,
                        sources,
                        transcripts,
                        people,
                        identity,
                        qualification.with(signals, readVersion.hash().toString()),
                        new TalkMappings(functions, presence),
                        hours,
                        routing,
                        meetings,
                        orgNames,
                        version.hash().toString()),
                List.copyOf(tests),
                List.copyOf(doubts));
    }

    /** Tests are no part of what is in force, nor of its version. */
    private void readTests(String name, String text) {
        if (name.endsWith(TestFile.SUFFIX)) {
            files.read(name, text, checked(TestFile.schemaOf(name), (file, told) -> new TestFile(file)), findings::add)
                    .ifPresent(tests::add);
        }
    }

    private void checkTests(Set<String> names) {
        Namesakes namesakes = new Namesakes(mappings, tests);
        for (TestFile test : tests) {
            boolean tried = test.isOfTestedKind() && names.contains(test.tried());
            new TestLint(test, tried, mappings, namesakes, unreadable, findings::add, this::doubt).check();
        }
    }

    /** Of a slip that many tests show the first is told. */
    private void doubt(Doubt doubt) {
        if (doubts.stream()
                .noneMatch(other -> other.either().place().equals(doubt.either().place()))) {
            findings.add(doubt.either());
        }
        doubts.add(doubt);
    }

    /**
     * The files of one kind: its folder has its name, or its only file, and so has its schema.
     *
     * @param reader reads what a file says by itself
     * @param use takes it in, and says what does not fit to other files
     */
    private <T> void readKind(
            Map<String, String> texts,
            String kind,
            BiFunction<YamlFile, Consumer<Finding>, T> reader,
            Consumer<T> use) {
        texts.forEach((name, text) -> {
            if (isOf(kind, name) && isMapping(name)) {
                version.putString(name + "\n" + text + "\n", StandardCharsets.UTF_8);
                if (READING.contains(kind)) {
                    readVersion.putString(name + "\n" + text + "\n", StandardCharsets.UTF_8);
                }
                files.read(name, text, checked(kind, reader), findings::add)
                        .ifPresentOrElse(use, () -> unreadable.add(text));
            }
        });
    }

    /** Reads a file as it is likely meant, once it was held against the schema of its kind. */
    private static <T> BiFunction<YamlFile, Consumer<Finding>, T> checked(
            String kind, BiFunction<YamlFile, Consumer<Finding>, T> reader) {
        return (file, told) -> reader.apply(new SchemaLint(Schemas.of(kind), file, told).check(), told);
    }

    private static boolean isOf(String kind, String name) {
        return SINGLE.contains(kind) ? name.matches(kind + "\\.ya?ml") : name.startsWith(kind + "/");
    }

    private boolean isMapping(String name) {
        if (name.endsWith(".yml")) {
            findings.add(Finding.warning(new Place(name, 1, 1), "not-read", "only *.yaml is read: rename it"));
        }
        return name.endsWith(".yaml") && !name.endsWith(TestFile.SUFFIX);
    }

    private void addRecord(RecordMapping mapping) {
        if (mapping.sobject().isEmpty()) {
            // It does not say what it makes, which is told already: nothing else can be told from that.
            unreadable.add(mapping.file().content().toString());
        } else {
            mappings.add(mapping);
        }
    }

    private void addSignals(YamlFile file, Signals language) {
        signalFiles.add(file);
        signals.put(language.language(), language);
    }

    private void addIdentity(YamlFile file, IdentityPolicy policy) {
        identity = policy;
        orgNames.addAll(OrgNamesReader.inIdentity(file));
    }

    private void addCalendars(YamlFile file, Hours read) {
        hours = read;
        calendars = Optional.of(new UnusedCalendars(file));
    }

    private void compileRouting(YamlFile file) {
        calendars.ifPresent(unused -> unused.named(file));
        new RoutingLint(file, hours, findings::add).check();
        routing = new RoutingReader(file, findings::add).read();
        orgNames.addAll(OrgNamesReader.inRouting(file));
    }

    private void compileMeetings(YamlFile file) {
        calendars.ifPresent(unused -> unused.named(file));
        meetings = new MeetingPolicyReader(file, hours, findings::add).read();
        orgNames.addAll(OrgNamesReader.inMeetings(file));
    }

    private void compileQualification(YamlFile file) {
        new QualificationLint(file, signals.values(), findings::add).check();
        new UnusedSignals(file, findings::add).check(signalFiles);
        qualification = QualificationReader.read(file);
        orgNames.addAll(OrgNamesReader.inQualification(file));
    }
}
