package dev.parley.channel;

import java.net.http.HttpClient;

class WebhooksOverHttp1Test extends WebhooksOverHttp {

    WebhooksOverHttp1Test() {
        super(HttpClient.Version.HTTP_1_1);
    }
}
