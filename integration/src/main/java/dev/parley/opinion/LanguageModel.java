package dev.parley.opinion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.base.Throwables;
import com.google.common.util.concurrent.SimpleTimeLimiter;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.parley.mapping.FunctionMapping;
import dev.parley.mapping.FunctionsMapping;
import dev.parley.qualification.SecondOpinion;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;

/**
 * Asks a language model what a message is for. Whatever the message says to the model, and the model to us, no more can
 * come of it than one of the functions that there are: any other answer is none.
 */
public final class LanguageModel implements SecondOpinion {

    private static final int MOST_TOKENS = 60;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ChatModel model;
    private final String name;
    private final Duration patience;
    private final SimpleTimeLimiter limiter =
            SimpleTimeLimiter.create(Executors.newSingleThreadExecutor(new ThreadFactoryBuilder()
                    .setNameFormat("ask-language-model")
                    .setDaemon(true)
                    .build()));

    /**
     * Asks this model.
     *
     * @param name what people shall call it
     * @param patience how long an answer may take, from the first byte sent to the last one received
     */
    public LanguageModel(ChatModel model, String name, Duration patience) {
        this.model = model;
        this.name = name;
        this.patience = patience;
    }

    /**
     * A model of a server that speaks OpenAI's chat API, as many that run at home do.
     *
     * @param server its address up to and with the version, such as {@code http://127.0.0.1:11434/v1}
     * @param key what it lets in by; null if it lets in anybody
     */
    public static LanguageModel at(URI server, String model, String key, Duration patience) {
        return new LanguageModel(
                OpenAiChatModel.builder()
                        .httpClientBuilder(new ModelHttp())
                        .baseUrl(server.toString())
                        .apiKey(key == null ? "none" : key)
                        .modelName(model)
                        .temperature(0.0)
                        .maxTokens(MOST_TOKENS)
                        .strictJsonSchema(true)
                        .timeout(patience)
                        .maxRetries(0)
                        .logRequests(false)
                        .logResponses(false)
                        .build(),
                model,
                patience);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<String> of(String text, FunctionsMapping functions) {
        ChatRequest request = ChatRequest.builder()
                .messages(SystemMessage.from(Question.task(functions)), UserMessage.from(Question.message(text)))
                .responseFormat(Question.answer(functions))
                .build();
        return function(answer(request), functions);
    }

    private String answer(ChatRequest request) {
        try {
            String answer = limiter.callWithTimeout(
                    () -> model.chat(request).aiMessage().text(), patience);
            return answer == null ? "" : answer;
        } catch (TimeoutException e) {
            throw new NoOpinion("the language model took longer than " + patience.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoOpinion("asking the language model was interrupted", e);
        } catch (ExecutionException | RuntimeException e) {
            // Its own words may quote the message.
            Throwable cause = Throwables.getRootCause(e);
            throw new NoOpinion(
                    "the language model could not be asked: " + cause.getClass().getSimpleName(), e);
        }
    }

    private static Optional<String> function(String answer, FunctionsMapping functions) {
        try {
            JsonNode said = JSON.readTree(answer).path(Question.FUNCTION);
            return functions.functions().stream()
                    .map(FunctionMapping::name)
                    .filter(function -> said.isTextual() && function.equals(said.textValue()))
                    .findFirst();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
