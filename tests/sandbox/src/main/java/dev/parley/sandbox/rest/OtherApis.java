package dev.parley.sandbox.rest;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The platform's other APIs, refused as an org refuses what is not enabled, each in its own form. */
public final class OtherApis {
    private static final String SOAP_FAULT = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
            + " xmlns:sf=\"urn:fault.partner.soap.sforce.com\"><soapenv:Body><soapenv:Fault>"
            + "<faultcode>sf:API_DISABLED_FOR_ORG</faultcode>"
            + "<faultstring>API_DISABLED_FOR_ORG: API is not enabled for this Organization or Partner</faultstring>"
            + "</soapenv:Fault></soapenv:Body></soapenv:Envelope>";
    private static final String BULK_ONE = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + "<error xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\">"
            + "<exceptionCode>FeatureNotEnabled</exceptionCode>"
            + "<exceptionMessage>Async API not enabled</exceptionMessage></error>";
    private static final String XML = "text/xml;charset=UTF-8";
    private static final String JSON = "application/json;charset=UTF-8";

    private OtherApis() {}

    /** Adds them to the router, after what there is. */
    public static void mount(Router router) {
        // HTTP 500 is what SOAP 1.1 wants with any fault, and what clients look for
        router.routeWithRegex("/+services/Soap/.*").handler(call -> answer(call, 500, XML, SOAP_FAULT));
        router.routeWithRegex("/+services/async/.*").handler(call -> answer(call, 400, XML, BULK_ONE));
        router.routeWithRegex("/+services/apexrest/.*")
                .handler(call -> answer(call, 404, JSON, notFound("Could not find a match for URL")));
        router.routeWithRegex("/+services/.*")
                .handler(call -> answer(call, 404, JSON, notFound("The requested resource does not exist")));
    }

    private static String notFound(String message) {
        return "[{\"errorCode\":\"NOT_FOUND\",\"message\":\"" + message + "\"}]";
    }

    private static void answer(RoutingContext call, int status, String type, String body) {
        call.response().setStatusCode(status).putHeader("Content-Type", type).end(body);
    }
}
