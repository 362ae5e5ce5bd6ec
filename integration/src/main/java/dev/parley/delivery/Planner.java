package dev.parley.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Facts;
import dev.parley.conversation.MeetingState;
import dev.parley.conversation.Snapshot;
import dev.parley.dossier.Buying;
import dev.parley.dossier.CrmFacts;
import dev.parley.dossier.Dossiers;
import dev.parley.dossier.Recommendations;
import dev.parley.dossier.Referral;
import dev.parley.dossier.SettledLinks;
import dev.parley.identity.Directory;
import dev.parley.identity.Identity;
import dev.parley.identity.Matcher;
import dev.parley.identity.Owners;
import dev.parley.identity.Peers;
import dev.parley.identity.Referrers;
import dev.parley.identity.Talk;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.RecordTypes;
import dev.parley.mapping.Translation;
import dev.parley.qualification.Assessment;
import dev.parley.qualification.Qualifier;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Says what a conversation should be in the CRM; writes nothing. */
public final class Planner {

    private final Matcher matcher;
    private final Owners owners;
    private final Qualifier qualifier;
    private final Supplier<MappingSet> mappings;
    private final Function<String, Mode> modes;
    private final boolean anonymous;
    private final RecordTypes recordTypes;
    private final Directory directory;

    /**
     * Makes one.
     *
     * @param matcher finds the visitor
     * @param owners who owns it, and who the agents are
     * @param qualifier says what a conversation comes to
     * @param mappings the mapping files in force
     * @param modes the mode of each source
     * @param anonymous whether conversations of people who cannot be known are written
     * @param recordTypes the org's, which the files call by their names
     * @param directory the copy of the CRM
     */
    public Planner(
            Matcher matcher,
            Owners owners,
            Qualifier qualifier,
            Supplier<MappingSet> mappings,
            Function<String, Mode> modes,
            boolean anonymous,
            RecordTypes recordTypes,
            Directory directory) {
        this.matcher = matcher;
        this.owners = owners;
        this.qualifier = qualifier;
        this.mappings = mappings;
        this.modes = modes;
        this.anonymous = anonymous;
        this.recordTypes = recordTypes;
        this.directory = directory;
    }

    /** The same with other mapping files. */
    public Planner with(MappingSet files) {
        return new Planner(matcher, owners, qualifier.trying(), () -> files, modes, anonymous, recordTypes, directory);
    }

    /** The same for looking back: nobody else is asked what a message is for. */
    public Planner alone() {
        return new Planner(matcher, owners, qualifier.alone(), mappings, modes, anonymous, recordTypes, directory);
    }

    /** The same for whoever cannot wait for what an ended conversation meant. */
    public Planner live() {
        return new Planner(matcher, owners, qualifier.live(), mappings, modes, anonymous, recordTypes, directory);
    }

    /** The same with the mapping files that are in force now, whatever is taken up meanwhile. */
    Planner asOfNow() {
        MappingSet files = mappings.get();
        return new Planner(matcher, owners, qualifier, () -> files, modes, anonymous, recordTypes, directory);
    }

    /** The plan for a conversation of whose records nothing is known. */
    public Plan plan(Snapshot snapshot) {
        return plan(snapshot, meeting -> Optional.empty());
    }

    /** The same where it is known which Events its meetings have become, by the meetings' external ids. */
    public Plan plan(Snapshot snapshot, Function<String, Optional<String>> eventIds) {
        return plan(snapshot, WrittenBefore.known(eventIds));
    }

    /** The same where it is known what was written of its meetings and links. */
    Plan plan(Snapshot snapshot, WrittenBefore written) {
        MappingSet files = mappings.get();
        Mode mode = modes.apply(snapshot.key().source());
        BiFunction<String, String, Optional<String>> users = users(snapshot, files);
        Identity identity = owners.owned(identify(snapshot, users, files), files.people());
        if (leftOut(snapshot, identity)) {
            return new Plan(snapshot, identity, mode, files.version(), List.of(), List.of(), null);
        }
        ObjectNode dossier = dossier(snapshot, identity, mode, files, qualifier.assess(snapshot, identity, files));
        Dossiers.callOffDoubled(dossier, snapshot, written::isWritten);
        Dossiers.tellEvents(dossier, written::eventId);
        SettledLinks.tell(dossier, written.links());
        Translation translation = recordTypes.resolve(files.translate(dossier));
        return new Plan(
                snapshot, identity, mode, files.version(), translation.records(), translation.failures(), dossier);
    }

    private ObjectNode dossier(
            Snapshot snapshot, Identity identity, Mode mode, MappingSet files, Optional<Assessment> assessment) {
        ObjectNode dossier = Dossiers.of(snapshot, identity, assessment, mode.word(), users(snapshot, files));
        Buying.tell(dossier, identity, assessment, function -> isBuyingSignal(function, files));
        Referral.tell(dossier, assessment, new Referrers(directory, files.qualification()));
        Recommendations.tell(
                dossier, identity, assessment, person -> matcher.identify(person, Talk.SILENT, files.identity()));
        CrmFacts.add(dossier, identity, directory::current);
        return dossier;
    }

    private static boolean isBuyingSignal(Assessment.Function function, MappingSet files) {
        return files.identity().opportunities().buyingSignals().contains(function.name())
                && function.confidence() >= files.qualification().certainty();
    }

    /**
     * What is known of a conversation.
     *
     * @param identity who the visitor is
     * @param dossier as mapping files see it
     * @param courtesies ids of the messages that ask for nothing
     */
    public record Understanding(Identity identity, ObjectNode dossier, Set<String> courtesies) {}

    /** Reads what is new in conversations, together: planning each then finds it read. */
    public void read(Collection<Snapshot> conversations) {
        qualifier.read(conversations, mappings.get());
    }

    /** What is known of a conversation by now, as the mapping files in force see it. */
    public Understanding understand(Snapshot snapshot) {
        MappingSet files = mappings.get();
        Identity identity = owners.owned(identify(snapshot, users(snapshot, files), files), files.people());
        Mode mode = modes.apply(snapshot.key().source());
        Optional<Assessment> assessment = qualifier.assess(snapshot, identity, files);
        Set<String> courtesies =
                assessment.map(judged -> Set.copyOf(judged.courtesies())).orElse(Set.of());
        return new Understanding(identity, dossier(snapshot, identity, mode, files, assessment), courtesies);
    }

    /** Whom a conversation belongs to by now; its owner is the record's, whoever stands in. */
    Identity identity(Snapshot snapshot) {
        MappingSet files = mappings.get();
        return identify(snapshot, users(snapshot, files), files);
    }

    private BiFunction<String, String, Optional<String>> users(Snapshot snapshot, MappingSet files) {
        return (agent, email) -> owners.userId(snapshot.key().source(), agent, email, files.people());
    }

    private Identity identify(Snapshot snapshot, BiFunction<String, String, Optional<String>> users, MappingSet files) {
        return Peers.link(
                matcher.identify(Dossiers.visitor(snapshot), Dossiers.talk(snapshot, users), files.identity()),
                snapshot.key().source(),
                snapshot.conversation().peers(),
                peer -> matcher.identify(peer, Talk.SILENT, files.identity()));
    }

    /** Nothing was said or asked for, or nobody knows by whom and such conversations are not wanted. */
    private boolean leftOut(Snapshot snapshot, Identity identity) {
        boolean silent = snapshot.tally().messages() == 0
                && snapshot.appliedVersion() == 0
                && snapshot.conversation().fact(Facts.CALLBACK).isMissingNode()
                && snapshot.conversation().meetingStates().stream().noneMatch(MeetingState::isNews);
        return silent || (!anonymous && identity.kind() == Identity.Kind.ANONYMOUS && snapshot.appliedVersion() == 0);
    }
}
