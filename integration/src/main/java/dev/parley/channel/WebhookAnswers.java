package dev.parley.channel;

import dev.parley.conversation.Receipt;
import dev.parley.mapping.SourceMapping;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;

/** What is answered to a service once what it sent is durable: the status that it counts as success. */
final class WebhookAnswers {

    private static final int NO_CONTENT = 204;

    private final ChannelMeters meters;

    WebhookAnswers(ChannelMeters meters) {
        this.meters = meters;
    }

    /** Its events are stored, or it held none. */
    public void accept(@ExchangeProperty("source") SourceMapping source, @Body Receipt receipt, Message answer) {
        meters.received(receipt);
        meters.webhook(source.name(), "taken");
        answer(source, answer, "{\"accepted\":" + receipt.accepted() + ",\"duplicates\":" + receipt.duplicates() + "}");
    }

    /** It is kept, and none of its events is stored. */
    public void kept(@ExchangeProperty("source") SourceMapping source, Message answer) {
        meters.webhook(source.name(), "kept");
        answer(source, answer, "{\"accepted\":0,\"duplicates\":0,\"kept\":1}");
    }

    private static void answer(SourceMapping source, Message answer, String body) {
        answer.setHeader(Exchange.HTTP_RESPONSE_CODE, source.success());
        if (source.success() == NO_CONTENT) {
            answer.setBody(null);
        } else {
            answer.setHeader(Exchange.CONTENT_TYPE, "application/json");
            answer.setBody(body);
        }
    }
}
