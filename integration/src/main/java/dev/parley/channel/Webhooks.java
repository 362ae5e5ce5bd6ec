package dev.parley.channel;

import dev.parley.mapping.MappingSet;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the webhooks of chat and booking services need.
 *
 * @param mappings the files in force, asked for each delivery
 * @param secrets the secret of a source by its name, from which only names of source files are asked
 * @param unread where what cannot be read is kept
 */
public record Webhooks(Supplier<MappingSet> mappings, Function<String, Optional<String>> secrets, Unread unread) {}
