package dev.parley.delivery;

import dev.parley.conversation.Facts;
import dev.parley.conversation.MeetingState;
import dev.parley.conversation.Snapshot;
import dev.parley.dossier.Dossiers;
import dev.parley.identity.Identity;
import dev.parley.identity.Matcher;
import dev.parley.identity.Owners;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.RecordTypes;
import dev.parley.mapping.Translation;
import dev.parley.qualification.Qualifier;
import java.util.List;
import java.util.Optional;
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
     */
    public Planner(
            Matcher matcher,
            Owners owners,
            Qualifier qualifier,
            Supplier<MappingSet> mappings,
            Function<String, Mode> modes,
            boolean anonymous,
            RecordTypes recordTypes) {
        this.matcher = matcher;
        this.owners = owners;
        this.qualifier = qualifier;
        this.mappings = mappings;
        this.modes = modes;
        this.anonymous = anonymous;
        this.recordTypes = recordTypes;
    }

    /** The same with other mapping files. */
    public Planner with(MappingSet files) {
        return new Planner(matcher, owners, qualifier.trying(), () -> files, modes, anonymous, recordTypes);
    }

    /** The plan for a conversation. */
    public Plan plan(Snapshot snapshot) {
        MappingSet files = mappings.get();
        Mode mode = modes.apply(snapshot.key().source());
        BiFunction<String, String, Optional<String>> users = users(snapshot, files);
        Identity identity = owners.owned(identify(snapshot, users, files), files.people());
        if (leftOut(snapshot, identity)) {
            return new Plan(snapshot, identity, mode, files.version(), List.of(), List.of());
        }
        Translation translation = recordTypes.resolve(files.translate(
                Dossiers.of(snapshot, identity, qualifier.assess(snapshot, identity, files), mode.word(), users)));
        return new Plan(snapshot, identity, mode, files.version(), translation.records(), translation.failures());
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
        return matcher.identify(Dossiers.visitor(snapshot), Dossiers.talk(snapshot, users), files.identity());
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
