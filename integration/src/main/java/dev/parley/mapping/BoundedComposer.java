package dev.parley.mapping;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Composes the nodes of a YAML file, and stops where they are nested too deeply, rather than when the stack is full. */
final class BoundedComposer extends Composer {
    private final int most;
    private int depth;

    /** The file is nested more deeply than it may be. */
    static final class TooDeep extends YamlEngineException {
        private static final long serialVersionUID = 1L;

        private final transient Optional<Mark> place;

        TooDeep(Optional<Mark> place, int most) {
            super("nested more than " + most + " levels deep");
            this.place = place;
        }

        /** Where the first list or group of keys begins that is too deep. */
        Optional<Mark> place() {
            return place;
        }
    }

    /** @param most how many lists and groups of keys may stand within each other */
    BoundedComposer(LoadSettings settings, String text, int most) {
        super(settings, new ParserImpl(settings, new StreamReader(settings, text)));
        this.most = most;
    }

    @Override
    protected SequenceNode composeSequenceNode(Optional<Anchor> anchor) {
        enter();
        SequenceNode node = super.composeSequenceNode(anchor);
        depth--;
        return node;
    }

    @Override
    protected Node composeMappingNode(Optional<Anchor> anchor) {
        enter();
        Node node = super.composeMappingNode(anchor);
        depth--;
        return node;
    }

    private void enter() {
        if (++depth > most) {
            throw new TooDeep(parser.peekEvent().getStartMark(), most);
        }
    }
}
