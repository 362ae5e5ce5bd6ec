/**
 * Shows Parley at work: a sample company's org and chats, replayed through the plugin's public interface.
 *
 * <p>{@code mvn -Pdemo} runs {@link dev.parley.sandbox.demo.Demo}; {@code -Dparley.port}, {@code -Dsandbox.port} and
 * {@code -Dparley.home} override where. The company stands in {@code demo/org.json}, the chats stand in
 * {@code demo/conversations.jsonl}, each with the links that are expected of it. A second start in the same home sends
 * the same events again, which changes nothing; a new home begins anew.
 */
package dev.parley.sandbox.demo;
