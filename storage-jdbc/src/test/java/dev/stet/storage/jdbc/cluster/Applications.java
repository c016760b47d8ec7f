package dev.stet.storage.jdbc.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several applications on one cluster. */
final class Applications implements AutoCloseable {
    private final List<Application> all = new ArrayList<>();

    private Applications() {}

    /** Opens one application for each URL, all at the same time, as when a host is rolled out. */
    static Applications on(List<String> urls) {
        Applications applications = new Applications();
        ExecutorService threads = Executors.newFixedThreadPool(urls.size());
        try {
            List<Future<Application>> opening = urls.stream()
                    .map(url -> threads.submit(() -> Application.on(url)))
                    .toList();
            for (Future<Application> application : opening) {
                applications.all.add(application.get());
            }
            return applications;
        } catch (ExecutionException failure) {
            applications.close();
            throw new AssertionError("every application must open, but one did not", failure.getCause());
        } catch (InterruptedException stopped) {
            applications.close();
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        } finally {
            threads.shutdown();
        }
    }

    List<Application> all() {
        return List.copyOf(all);
    }

    Application get(int index) {
        return all.get(index);
    }

    @Override
    public void close() {
        all.forEach(Application::close);
    }
}
