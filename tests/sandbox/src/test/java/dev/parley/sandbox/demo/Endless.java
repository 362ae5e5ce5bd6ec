package dev.parley.sandbox.demo;

import java.util.concurrent.CountDownLatch;

/** A stand-in for the plugin's program. */
final class Endless {

    private Endless() {}

    public static void main(String... args) throws InterruptedException {
        System.out.println(String.join(" ", args));
        new CountDownLatch(1).await();
    }
}
