package dev.parley.channel.gaps;

import dev.parley.channel.Unread;
import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.DueConversations;
import dev.parley.conversation.DueRule;
import dev.parley.conversation.Snapshot;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.MappingSet;
import dev.parley.store.Database;
import dev.parley.store.Stores;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.threeten.extra.MutableClock;

/** A Chatwoot that answers as it is told, and who asks it for what its webhooks did not bring. */
abstract class GapStage {
    static final MappingSet SHIPPED = MappingFiles.load(Path.of("../mappings")).orThrow();
    static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
    static final DueRule DUE = new DueRule(Duration.ZERO, Duration.ZERO, false, Duration.ofMinutes(10));

    final Database database = Stores.h2();
    final ChatwootStandIn chatwoot = new ChatwootStandIn();
    final MutableClock clock = MutableClock.of(NOON, ZoneOffset.UTC);
    final Conversations conversations = new Conversations(database.tx(), clock, DUE, Duration.ofHours(24));

    final Unread unread = new Unread(database.tx(), clock);

    @AfterEach
    void stop() {
        chatwoot.close();
        database.close();
    }

    Gaps gaps(String token) {
        return gaps(token, Optional.empty());
    }

    Gaps gaps(String token, Optional<Instant> latest) {
        URI url = chatwoot.url();
        return new Gaps(
                List.of(new GapSource("chatwoot", url, token)),
                () -> SHIPPED,
                new GapPositions(database.tx(), name -> latest),
                conversations,
                unread,
                clock);
    }

    int messages(int conversation) {
        return look(conversation).tally().messages();
    }

    Snapshot look(int conversation) {
        return new DueConversations(database.tx(), clock, DUE, Duration.ofMinutes(5), false)
                .look(List.of(new ConversationKey("chatwoot", String.valueOf(conversation))))
                .get(0);
    }
}
