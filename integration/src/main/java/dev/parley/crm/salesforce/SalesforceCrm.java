package dev.parley.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.Crm;
import dev.parley.crm.CrmException;
import dev.parley.crm.CrmException.Kind;
import dev.parley.crm.Describe;
import dev.parley.crm.Org;
import dev.parley.crm.RecordWrite;
import dev.parley.crm.WriteResult;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;

/** Salesforce as the CRM, reached through Camel's Salesforce component. Safe for use by many threads. */
public final class SalesforceCrm implements Crm {

    private final SalesforceSettings settings;
    private final CallBudget budget;
    private final SalesforceClient client;
    private final Queries queries;
    private final DescribeCache describes;
    private volatile Org org;

    private SalesforceCrm(CamelContext context, SalesforceSettings settings, Clock clock) {
        this.settings = settings;
        this.budget = new CallBudget(settings.callsPerDay(), clock);
        this.client = new SalesforceClient(context.createProducerTemplate(), budget);
        this.queries = new Queries(client, settings);
        this.describes = new DescribeCache(this::fetchDescribe, clock);
    }

    /**
     * Adds the component {@code salesforce} and the route {@code call-crm} to a Camel context and gives the CRM behind
     * them. Nothing is sent before the first call, which also logs in; calls work once the context is started.
     *
     * @param context may be started or not
     * @param settings how to reach the org
     * @param clock tells the day that the call budget is for
     */
    public static SalesforceCrm in(CamelContext context, SalesforceSettings settings, Clock clock) {
        try {
            context.addRoutes(new SalesforceRoutes(settings));
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
        return new SalesforceCrm(context, settings, clock);
    }

    /** {@inheritDoc} The first time it costs two calls: the organization, and who the user is. */
    @Override
    public Org org() {
        if (org == null) {
            org = fetchOrg();
        }
        return org;
    }

    @Override
    public Describe describe(String sobject) {
        return describes.get(sobject);
    }

    @Override
    public Describe describeAnew(String sobject) {
        return describes.renewed(sobject);
    }

    @Override
    public List<List<ObjectNode>> query(List<String> soql) {
        return queries.ask("query", soql);
    }

    @Override
    public List<List<ObjectNode>> queryAll(List<String> soql) {
        return queries.ask("queryAll", soql);
    }

    @Override
    public List<WriteResult> write(List<RecordWrite> writes) {
        return Writing.of(writes, client, settings);
    }

    @Override
    public boolean sparesCalls() {
        return budget.spares();
    }

    /** How many calls were made since the start. */
    public long calls() {
        return budget.calls();
    }

    /** What the org last said of its own limit; empty before the first answer. */
    public Optional<ApiUsage> apiUsage() {
        return budget.usage();
    }

    private Describe fetchDescribe(String sobject) {
        if (!sobject.matches("\\w{1,80}")) {
            throw new IllegalArgumentException("'" + sobject + "' is not the API name of an object");
        }
        return DescribeReply.read(
                client.get("describe of " + sobject, settings.path("/sobjects/" + sobject + "/describe")));
    }

    private Org fetchOrg() {
        ObjectNode row = query(List.of("SELECT Id, Name, IsSandbox FROM Organization")).get(0).stream()
                .findFirst()
                .orElseThrow(() -> new CrmException(
                        Kind.PERMANENT, "the integration user may not read Organization; grant it read access", null));
        JsonNode user = client.get("question who the user is", "/services/oauth2/userinfo");
        return new Org(
                row.path("Id").asText(),
                row.path("Name").asText(),
                row.path("IsSandbox").asBoolean(),
                user.path("user_id").asText(),
                settings.root());
    }
}
