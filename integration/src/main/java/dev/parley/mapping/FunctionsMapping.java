package dev.parley.mapping;

import java.util.List;

/**
 * How the functions of messages are told in one language: a file of {@code functions/}.
 *
 * @param language ISO 639-1 code, the file's name
 * @param functions those that the file knows, in its order
 * @param none sentences that have no function at all
 */
public record FunctionsMapping(String language, List<FunctionMapping> functions, List<SamplePhrase> none) {
    public FunctionsMapping {
        functions = List.copyOf(functions);
        none = List.copyOf(none);
    }
}
