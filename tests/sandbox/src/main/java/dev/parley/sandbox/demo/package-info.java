/** Shows Parley at work: a sample company's org and chats, replayed through the plugin's public interface. */
package dev.parley.sandbox.demo;
