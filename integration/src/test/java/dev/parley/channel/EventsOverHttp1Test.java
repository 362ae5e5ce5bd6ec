package dev.parley.channel;

import java.net.http.HttpClient;

class EventsOverHttp1Test extends EventsOverHttp {

    EventsOverHttp1Test() {
        super(HttpClient.Version.HTTP_1_1);
    }
}
