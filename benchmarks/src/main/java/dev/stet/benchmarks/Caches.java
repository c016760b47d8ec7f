package dev.stet.benchmarks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The caches that were weighed, each for values that are known by number and have a weight. */
public enum Caches {
    CAFFEINE {
        @Override
        Bounded bounded(long most, IntUnaryOperator weight) {
            Cache<Integer, Object> cache = Caffeine.newBuilder()
                    .maximumWeight(most)
                    .weigher((Integer key, Object value) -> weight.applyAsInt(key))
                    .executor(Runnable::run)
                    .build();
            return new Bounded() {
                @Override
                public @Nullable Object find(int key) {
                    return cache.getIfPresent(key);
                }

                @Override
                public void put(int key, Object value) {
                    cache.put(key, value);
                }
            };
        }
    },

    /** What Stet had for contents. */
    TWO_GENERATIONS {
        @Override
        Bounded bounded(long most, IntUnaryOperator weight) {
            return new TwoGenerations(most / 2, weight);
        }
    },

    /** What Stet had for schemas. */
    LATEST_UNDER_A_LOCK {
        @Override
        Bounded bounded(long most, IntUnaryOperator weight) {
            AtomicLong held = new AtomicLong();
            Map<Integer, Object> latest = new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Integer, Object> eldest) {
                    boolean goes = held.get() > most;
                    if (goes) {
                        held.addAndGet(-weight.applyAsInt(eldest.getKey()));
                    }
                    return goes;
                }
            };
            Map<Integer, Object> locked = Collections.synchronizedMap(latest);
            return new Bounded() {
                @Override
                public @Nullable Object find(int key) {
                    return locked.get(key);
                }

                @Override
                public void put(int key, Object value) {
                    held.addAndGet(weight.applyAsInt(key));
                    locked.put(key, value);
                }
            };
        }
    };

    abstract Bounded bounded(long most, IntUnaryOperator weight);

    /** A cache. */
    interface Bounded {
        @Nullable
        Object find(int key);

        void put(int key, Object value);
    }

    private static final class TwoGenerations implements Bounded {
        private final long most;
        private final IntUnaryOperator weight;
        private volatile Generation young = new Generation();
        private volatile Generation old = new Generation();

        TwoGenerations(long most, IntUnaryOperator weight) {
            this.most = most;
            this.weight = weight;
        }

        @Override
        public @Nullable Object find(int key) {
            Object recent = young.values.get(key);
            if (recent != null) {
                return recent;
            }
            Object aged = old.values.get(key);
            if (aged != null) {
                put(key, aged);
            }
            return aged;
        }

        @Override
        public void put(int key, Object value) {
            Generation generation = young;
            if (generation.values.putIfAbsent(key, value) == null
                    && generation.weight.addAndGet(weight.applyAsInt(key)) > most) {
                age(generation);
            }
        }

        private synchronized void age(Generation full) {
            if (young.equals(full)) {
                old = full;
                young = new Generation();
            }
        }

        private static final class Generation {
            private final Map<Integer, Object> values = new ConcurrentHashMap<>();
            private final AtomicLong weight = new AtomicLong();
        }
    }
}
