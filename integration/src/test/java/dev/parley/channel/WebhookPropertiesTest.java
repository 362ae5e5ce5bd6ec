package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.SourceMapping;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever a service sends, its body is read, kept unread, or refused with a 4xx that says why; nothing else happens. */
class WebhookPropertiesTest {

    private static final MappingSet SHIPPED =
            MappingFiles.load(Path.of("../mappings")).orThrow();

    private static final Shop SHOP = new Shop();

    private final WebhookBodies bodies = new WebhookBodies();
    private final WebhookTranslator translator = new WebhookTranslator(new EventReader(Samples.CLOCK));

    @Property(tries = 300)
    void anyBytesToAnyShippedSource(@ForAll("bodies") byte[] body) {
        for (SourceMapping source : SHIPPED.sources()) {
            assertRead(source, body);
        }
    }

    @Property(tries = 300)
    void anyBytesToTheSourcesOfTheShop(@ForAll("bodies") byte[] body) {
        for (String name : List.of("shop", "till", "inside", "open")) {
            assertRead(SHOP.source(name), body);
        }
    }

    @AfterContainer
    static void closeTheStore() {
        SHOP.close();
    }

    private void assertRead(SourceMapping source, byte[] body) {
        WebhookCall call = new WebhookCall(source.name(), null, body, Map.of(), Map.of(), Samples.CLOCK.instant());
        try {
            ObjectNode scope = bodies.read(source, call);
            assertThat(translator.read(source, call, scope)).isInstanceOfAny(List.class, Unreadable.class);
        } catch (ProblemException e) {
            assertThat(e.problem().status()).isBetween(400, 499);
            assertThat(e.problem().detail()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        return Arbitraries.oneOf(
                Arbitraries.bytes().array(byte[].class).ofMaxSize(200),
                json(4).map(text -> text.getBytes(StandardCharsets.UTF_8)),
                Arbitraries.strings().ofMaxLength(100).map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    /** JSON with the names that services use, where they do not use them. */
    private static Arbitrary<String> json(int depth) {
        Arbitrary<String> plain = Arbitraries.of(
                "null",
                "true",
                "1",
                "-1e300",
                "1772445600",
                "\"\"",
                "\"x\"",
                "\"2026-03-02T09:30:00Z\"",
                "\"\\ud800\"",
                "{}",
                "[]");
        if (depth == 0) {
            return plain;
        }
        Arbitrary<String> inner = json(depth - 1);
        Arbitrary<String> name = Arbitraries.of(
                "event",
                "id",
                "type",
                "messages",
                "visitor",
                "conversation",
                "payload",
                "data",
                "chat",
                "at",
                "text",
                "entry",
                "changes",
                "value",
                "from",
                "created_at",
                "message_type",
                "content",
                "body",
                "_id",
                "u");
        Arbitrary<String> object = Combinators.combine(name, inner, name, inner)
                .as((a, x, b, y) -> a.equals(b)
                        ? "{\"" + a + "\":" + x + "}"
                        : "{\"" + a + "\":" + x + ",\"" + b + "\":" + y + "}");
        Arbitrary<String> array = inner.list().ofMaxSize(3).map(list -> "[" + String.join(",", list) + "]");
        return Arbitraries.oneOf(plain, object, object, array);
    }
}
