package dev.parley.admin;

import dev.parley.channel.writeback.Account;
import dev.parley.channel.writeback.WriteBack;
import dev.parley.channel.writeback.WriteBackRoutes;
import dev.parley.conversation.ConversationKey;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/** Which services are told what becomes of their conversations. */
final class WriteBackSetup {

    private WriteBackSetup() {}

    /** What tells them; none are told while nothing at all is to be written. */
    static WriteBackRoutes routes(CamelContext context, Settings settings, Parts parts, Clock clock) {
        List<Account> accounts = settings.flag("delivery.enabled") ? of(settings) : List.of();
        WriteBack writeBack = new WriteBack(
                accounts,
                parts.mappings(),
                languages(settings, parts),
                parts.database().tx(),
                clock);
        context.getRegistry()
                .bind(
                        "write-back-health",
                        new TroubleHealth(
                                "write-back", "Who takes over cannot be written back: %s", writeBack::trouble));
        return new WriteBackRoutes(writeBack);
    }

    /** That of the source, else of the conversation, else of the house. */
    private static Function<ConversationKey, List<String>> languages(Settings settings, Parts parts) {
        Map<String, String> sources = settings.family("source.{name}.language");
        String otherwise = settings.text("language");
        return conversation -> Optional.ofNullable(sources.get(conversation.source()))
                .map(List::of)
                .orElseGet(() -> Stream.concat(spoken(parts, conversation), Stream.of(otherwise))
                        .toList());
    }

    private static Stream<String> spoken(Parts parts, ConversationKey conversation) {
        return parts.due().look(List.of(conversation)).stream()
                .map(parts.planner()::understand)
                .flatMap(known -> Stream.ofNullable(
                        known.dossier().at("/conversation/language").textValue()));
    }

    /**
     * Those that are to be told.
     *
     * @throws CommandFailed if one has no address or no token
     */
    static List<Account> of(Settings settings) {
        Map<String, String> urls = settings.family("source.{name}.url");
        Map<String, String> tokens = settings.family("source.{name}.apiToken");
        return settings.family("source.{name}.writeBack").entrySet().stream()
                .filter(source -> source.getValue().equals("true"))
                .map(Map.Entry::getKey)
                .map(name -> new Account(name, URI.create(given(urls, name, "url")), given(tokens, name, "apiToken")))
                .toList();
    }

    private static String given(Map<String, String> values, String name, String setting) {
        String value = values.get(name);
        if (value == null) {
            throw new CommandFailed("The setting source." + name + "." + setting + " is missing: without it '" + name
                    + "' cannot be written back to.");
        }
        return value;
    }
}
