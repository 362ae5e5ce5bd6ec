package dev.parley.channel;

import java.net.http.HttpClient;

class WebhooksOverHttp2Test extends WebhooksOverHttp {

    WebhooksOverHttp2Test() {
        super(HttpClient.Version.HTTP_2);
    }
}
