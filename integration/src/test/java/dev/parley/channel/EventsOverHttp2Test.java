package dev.parley.channel;

import java.net.http.HttpClient;

class EventsOverHttp2Test extends EventsOverHttp {

    EventsOverHttp2Test() {
        super(HttpClient.Version.HTTP_2);
    }
}
