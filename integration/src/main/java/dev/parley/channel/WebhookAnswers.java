package dev.parley.channel;

import dev.parley.conversation.Receipt;
import dev.parley.mapping.SourceMapping;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is answered to a service once what it sent is durable: the status that it counts as success. */
final class WebhookAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookAnswers.class);
    private static final int NO_CONTENT = 204;

    private final ChannelMeters meters;

    WebhookAnswers(ChannelMeters meters) {
        this.meters = meters;
    }

    /** Its events are stored, or it held none. */
    public void accept(@ExchangeProperty("source") SourceMapping source, @Body Receipt receipt, Message answer) {
        if (receipt.accepted() + receipt.duplicates() == 0) {
            passOver(source, answer);
            return;
        }
        meters.received(receipt);
        meters.webhook(source.name(), "taken");
        answer(source, answer, "{\"accepted\":" + receipt.accepted() + ",\"duplicates\":" + receipt.duplicates() + "}");
    }

    /** Services tell much that nobody wants; but a file with a mistake in its conditions passes over everything. */
    private void passOver(SourceMapping source, Message answer) {
        if (meters.webhook(source.name(), "ignored") == 1) {
            LOG.info(
                    "No entry of sources/{}.yaml fits a body that came: nothing comes of it, and of others of its kind"
                            + " (counted by parley.webhooks, outcome=ignored)",
                    source.name());
        }
        answer(source, answer, "{\"accepted\":0,\"duplicates\":0,\"ignored\":1}");
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
