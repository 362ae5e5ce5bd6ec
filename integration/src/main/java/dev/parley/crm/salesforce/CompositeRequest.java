package dev.parley.crm.salesforce;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * The body of a {@code /composite} call. Its subrequests are independent of each other and are carried out in the order
 * in which they stand: {@code allOrNone} and {@code collateSubrequests} are both off.
 */
final class CompositeRequest {

    private interface Subrequest {
        void write(JsonGenerator out, int position) throws IOException;
    }

    private CompositeRequest() {}

    static byte[] reading(List<String> urls) {
        return body(urls.size(), (out, i) -> {
            out.writeStringField("method", "GET");
            out.writeStringField("url", urls.get(i));
        });
    }

    static byte[] writing(List<RecordCollection> collections, SalesforceSettings settings) {
        return body(collections.size(), (out, i) -> collection(out, collections.get(i), settings));
    }

    /** The name by which the answer to a subrequest is found. */
    static String referenceId(int position) {
        return "part" + position;
    }

    private static byte[] body(int parts, Subrequest subrequest) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = SalesforceClient.JSON.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeBooleanField("allOrNone", false);
            out.writeBooleanField("collateSubrequests", false);
            out.writeArrayFieldStart("compositeRequest");
            for (int i = 0; i < parts; i++) {
                out.writeStartObject();
                out.writeStringField("referenceId", referenceId(i));
                subrequest.write(out, i);
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static void collection(JsonGenerator out, RecordCollection collection, SalesforceSettings settings)
            throws IOException {
        RecordGroup group = collection.group();
        out.writeStringField("method", group.method());
        out.writeStringField("url", settings.path(group.resource()));
        out.writeObjectFieldStart("httpHeaders");
        for (Map.Entry<String, String> header : group.headers().entrySet()) {
            out.writeStringField(header.getKey(), header.getValue());
        }
        out.writeEndObject();
        out.writeObjectFieldStart("body");
        out.writeBooleanField("allOrNone", false);
        out.writeArrayFieldStart("records");
        for (RecordCollection.Entry entry : collection.entries()) {
            out.writeRawValue(entry.json());
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
