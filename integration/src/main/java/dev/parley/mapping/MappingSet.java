package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The mapping files of one folder, compiled. Immutable; many threads may translate at once. The same dossier gives the
 * same records, always: no clock, no chance, nothing of the machine.
 */
public final class MappingSet {
    /** What the dossier tells of the account and the opportunity. */
    private static final Map<String, Set<String>> DOSSIER = Map.of(
            "Account",
            Set.of("Name", "Type", "Industry", "NumberOfEmployees", "AnnualRevenue", "BillingCountry", "OwnerId"),
            "Opportunity",
            Set.of("Name", "StageName", "Amount", "OwnerId"));

    private final List<RecordMapping> all;
    private final List<RecordMapping> mappings;
    private final Map<String, SourceMapping> sources = new LinkedHashMap<>();
    private final List<TranscriptMapping> transcripts;
    private final People people;
    private final IdentityPolicy identity;
    private final Qualification qualification;
    private final TalkMappings talk;
    private final Hours hours;
    private final Routing routing;
    private final MeetingPolicy meetings;
    private final List<OrgName> orgNames;
    private final String version;

    MappingSet(
            List<RecordMapping> all,
            List<SourceMapping> sources,
            List<TranscriptMapping> transcripts,
            People people,
            IdentityPolicy identity,
            Qualification qualification,
            TalkMappings talk,
            Hours hours,
            Routing routing,
            MeetingPolicy meetings,
            List<OrgName> orgNames,
            String version) {
        this.all = List.copyOf(all);
        this.mappings =
                all.stream().filter(mapping -> mapping.isApplied(identity)).toList();
        sources.forEach(source -> this.sources.put(source.name(), source));
        this.transcripts = List.copyOf(transcripts);
        this.people = people;
        this.identity = identity;
        this.qualification = qualification;
        this.talk = talk;
        this.hours = hours;
        this.routing = routing;
        this.meetings = meetings;
        this.orgNames = List.copyOf(orgNames);
        this.version = version;
    }

    /** The same with one file applied even if it is off, as its own tests want it. */
    public MappingSet with(String file) {
        List<RecordMapping> wanted = all.stream()
                .map(mapping -> mapping.place().file().equals(file) ? mapping.on() : mapping)
                .toList();
        return new MappingSet(
                wanted,
                List.copyOf(sources.values()),
                transcripts,
                people,
                identity,
                qualification,
                talk,
                hours,
                routing,
                meetings,
                orgNames,
                version);
    }

    /**
     * The same with other rules of recognising visitors, as a test wants them.
     *
     * @param rules what {@code identity.yaml} would say
     */
    public MappingSet recognising(JsonNode rules) {
        YamlFile file = YamlFile.unplaced("identity.yaml", rules);
        IdentityPolicy other = new IdentityPolicyReader(file, finding -> {}).read();
        return new MappingSet(
                all,
                List.copyOf(sources.values()),
                transcripts,
                people,
                other,
                qualification,
                talk,
                hours,
                routing,
                meetings,
                orgNames,
                version);
    }

    /**
     * What a conversation should be in the CRM.
     *
     * @param dossier a JSON object as {@code dossier.schema.json} says; members that are null count as absent
     * @return the records in the order of the files, and those that could not be made
     */
    public Translation translate(JsonNode dossier) {
        Map<String, Object> plain = DossierMap.of(dossier);
        List<DesiredRecord> records = new ArrayList<>();
        List<Translation.Failure> failures = new ArrayList<>();
        mappings.forEach(mapping -> mapping.translate(plain, records, failures));
        return new Translation(new Unmade(mappings, records).leftOut(records), List.copyOf(failures));
    }

    /** How to verify and translate what a service posts to {@code /v1/webhooks/{name}}. */
    public Optional<SourceMapping> source(String name) {
        return Optional.ofNullable(sources.get(name));
    }

    /** All source files, in the order of their names. */
    public Collection<SourceMapping> sources() {
        return Collections.unmodifiableCollection(sources.values());
    }

    /** API names of all fields that may be written, the key's among them, by API name of the object type. */
    public Map<String, Set<String>> fieldsBySobject() {
        Map<String, Set<String>> fields = new LinkedHashMap<>();
        mappings.forEach(mapping -> fields.computeIfAbsent(mapping.sobject(), name -> new LinkedHashSet<>())
                .addAll(mapping.fieldNames()));
        return fields;
    }

    /** What reads mailed transcripts, in the order of the files; the first that is for a mail reads it. */
    public List<TranscriptMapping> transcripts() {
        return transcripts.stream().filter(TranscriptMapping::enabled).toList();
    }

    /** What reads mailed transcripts by a file of that path, be it on or off. */
    public Optional<TranscriptMapping> transcript(String file) {
        return transcripts.stream()
                .filter(mapping -> mapping.place().file().equals(file))
                .findFirst();
    }

    /** Who the people of the chat services are in the org. */
    public People people() {
        return people;
    }

    /** How conversations are judged. */
    public Qualification qualification() {
        return qualification;
    }

    /** How messages are understood. */
    public TalkMappings talk() {
        return talk;
    }

    /** Who is offered which conversations. */
    public Routing routing() {
        return routing;
    }

    /** How visitors get a meeting. */
    public MeetingPolicy meetings() {
        return meetings;
    }

    /** When people work. */
    public Hours hours() {
        return hours;
    }

    /** How visitors are recognised. */
    public IdentityPolicy identity() {
        return identity;
    }

    /** API names of the fields that the directory keeps for these files, besides its own, by object type. */
    public Map<String, Set<String>> fieldsToKeep() {
        Map<String, Set<String>> fields = fieldsBySobject();
        Stream.of(identity.fieldsToKeep(), qualification.fields(), DOSSIER)
                .forEach(further -> further.forEach(
                        (sobject, names) -> fields.computeIfAbsent(sobject, name -> new LinkedHashSet<>())
                                .addAll(names)));
        return fields;
    }

    /** The line that maps a field; that of the first file, where several make records of the type. */
    public Optional<Place> place(String sobject, String field) {
        return all.stream()
                .filter(mapping -> mapping.sobject().equals(sobject))
                .flatMap(mapping -> mapping.fields().stream())
                .filter(mapped -> mapped.name().equals(field))
                .map(FieldMapping::place)
                .findFirst();
    }

    /** The lines that fill a field only once, or only while it is empty, and of which other files say nothing. */
    public Set<Place> filledOnceUnlike(MappingSet others) {
        Set<JsonNode> said = new HashSet<>();
        others.mappings.forEach(mapping -> mapping.fields().forEach(field -> said.add(mapping.said(field))));
        Set<Place> places = new LinkedHashSet<>();
        mappings.forEach(mapping -> mapping.fields().stream()
                .filter(field -> field.write() != Write.ALWAYS && !said.contains(mapping.said(field)))
                .forEach(field -> places.add(field.place())));
        return places;
    }

    /** The record files that are not applied, in their order. */
    List<RecordMapping> recordsThatAreOff() {
        return all.stream().filter(mapping -> !mapping.isApplied(identity)).toList();
    }

    /** The record files that are enabled, in their order. */
    List<RecordMapping> records() {
        return mappings;
    }

    /** What the files beside the records name of the org. */
    List<OrgName> orgNames() {
        return orgNames;
    }

    /** Hash of names and contents of all files: 64 hex digits, another after every change. */
    public String version() {
        return version;
    }
}
