package dev.parley.mapping;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.EntryCallback;
import com.dashjoin.jsonata.Jsonata.ExitCallback;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Map;

/**
 * What one evaluation may spend. It counts work rather than time, so that a busy machine changes no outcome: the same
 * dossier gives the same record, or the same failure, always.
 */
final class Budget {
    /** Most work: about a tenth of a second on one core. */
    static final int MAX_WORK = 5_000_000;

    /** Most levels of expressions that evaluate each other. */
    static final int MAX_DEPTH = 150;

    /** Longest text that an expression may make. */
    static final int MAX_TEXT = 1_000_000;

    /** Most characters of text that all values of one evaluation may hold together. */
    private static final long MAX_CHARACTERS = 64_000_000;

    private static final int MAX_NESTING = 64;
    private static final int STEP = 20;
    private static final ThreadLocal<Budget> CURRENT = new ThreadLocal<>();

    private final Map<Object, Long> given;
    private int work;
    private int depth;
    private long characters;

    /** More was asked for than an expression may have. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Spent(String message) {
            super(message, null, false, false);
        }
    }

    /** The budget of the evaluation that runs on this thread. */
    static Budget current() {
        return CURRENT.get();
    }

    private Budget(Map<Object, Long> given) {
        this.given = given;
    }

    /**
     * A fresh budget for the evaluation that begins on this thread.
     *
     * @param given how many characters there are in lists and maps that the evaluation only looks at
     */
    static Budget begin(Map<Object, Long> given) {
        Budget budget = new Budget(given);
        CURRENT.set(budget);
        return budget;
    }

    static void end() {
        CURRENT.remove();
    }

    /** Makes the library ask the budget before and after it evaluates a node. */
    static void watch(Jsonata expression) {
        expression.assign("__evaluate_entry", ENTRY);
        expression.assign("__evaluate_exit", EXIT);
    }

    // The callbacks name a type that only the library sees, so no class of ours can implement them.
    private static final Object ENTRY = callback(EntryCallback.class, (proxy, method, arguments) -> {
        current().enter();
        return null;
    });
    private static final Object EXIT = callback(ExitCallback.class, (proxy, method, arguments) -> {
        current().exit(arguments[3]);
        return null;
    });

    private static Object callback(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private void enter() {
        work(STEP);
        if (++depth > MAX_DEPTH) {
            throw new Spent("the expression goes more than " + MAX_DEPTH + " levels deep");
        }
    }

    private void exit(Object result) {
        depth--;
        weigh(result, MAX_CHARACTERS);
    }

    /** Work done so far. */
    int spent() {
        return work;
    }

    /** Takes work off the budget. */
    void work(int amount) {
        work += amount;
        if (work > MAX_WORK) {
            throw new Spent("the expression takes too much work");
        }
    }

    /** Refuses a text that would be too long, before it is made. */
    static void text(long length) {
        if (length > MAX_TEXT) {
            throw new Spent("the expression makes a text of more than " + MAX_TEXT + " characters");
        }
    }

    /** Refuses a value that, written out, would hold more text or more elements than allowed. */
    void weigh(Object value, long most) {
        if (value instanceof String text) {
            text(text.length());
            characters = 0;
        } else if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
            characters = 0;
            add(value, most, 0);
        }
    }

    private void add(Object value, long most, int nesting) {
        if (nesting > MAX_NESTING) {
            throw new Spent("the expression makes a value nested more than " + MAX_NESTING + " levels deep");
        }
        work(1);
        Long known = given.get(value);
        if (known != null) {
            characters += known;
        } else if (value instanceof Collection<?> list) {
            work(list.size());
            list.forEach(element -> add(element, most, nesting + 1));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(member -> add(member, most, nesting + 1));
        } else if (value instanceof String text) {
            characters += text.length();
        }
        if (characters > most) {
            throw new Spent("the expression makes more than " + most + " characters of text");
        }
    }
}
