package dev.parley.identity;

import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.SetMultimap;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which records go by which key, in memory; the same records give the same index in whatever order they come. */
final class Index {

    /** More records under one key say nothing more, and would only cost time. */
    static final int MOST = 50;

    private final Map<By, SetMultimap<String, String>> ids = new EnumMap<>(By.class);

    Index() {
        for (By by : By.values()) {
            ids.put(by, MultimapBuilder.hashKeys().treeSetValues().build());
        }
    }

    synchronized void add(Known record) {
        By.keysOf(record).forEach((by, key) -> ids.get(by).put(key, record.id()));
    }

    synchronized void remove(Known record) {
        By.keysOf(record).forEach((by, key) -> ids.get(by).remove(key, record.id()));
    }

    /** The ids of the first {@value #MOST} records under that key, smallest first. */
    synchronized List<String> find(By by, String key) {
        return ids.get(by).get(key).stream().limit(MOST).toList();
    }

    /** Forgets all records of one object type. */
    synchronized void clear(Followed followed) {
        ids.forEach((by, keys) -> {
            if (by.followed() == followed) {
                keys.clear();
            }
        });
    }

    @Override
    public synchronized boolean equals(Object other) {
        return other instanceof Index that && ids.equals(that.ids);
    }

    @Override
    public synchronized int hashCode() {
        return ids.hashCode();
    }

    @Override
    public synchronized String toString() {
        return ids.toString();
    }
}
