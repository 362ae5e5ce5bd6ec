package dev.parley.sandbox.graphql;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.List;
import java.util.stream.Stream;

/** The named parts of a document. */
record Fragments(Document document) {

    /** The fields of a selection, those of its fragments among them. */
    List<Field> fields(SelectionSet selected) {
        if (selected == null) {
            throw new GraphQl.Refusal("Validation error: Subselection required");
        }
        return flat(selected, 0).toList();
    }

    private Stream<Field> flat(SelectionSet selected, int depth) {
        if (depth > 20) {
            throw new GraphQl.Refusal("Validation error: Fragment cycles found");
        }
        return selected.getSelections().stream().flatMap(each -> flat(each, depth));
    }

    private Stream<Field> flat(Selection<?> selection, int depth) {
        if (selection instanceof Field field) {
            return Stream.of(field);
        } else if (selection instanceof InlineFragment inline) {
            return flat(inline.getSelectionSet(), depth + 1);
        }
        String name = ((FragmentSpread) selection).getName();
        FragmentDefinition found = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .filter(fragment -> fragment.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new GraphQl.Refusal("Validation error: Undefined fragment '" + name + "'"));
        return flat(found.getSelectionSet(), depth + 1);
    }
}
