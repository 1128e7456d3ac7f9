package io.leadbaton.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that outlives a service which was killed. Only processes that run a program of our own data folder are
 * stopped: the process id that PostgreSQL noted may belong to anybody by now.
 */
final class OrphanedServer {

    private static final Logger log = LoggerFactory.getLogger(OrphanedServer.class);

    private OrphanedServer() {}

    /** Call only while the folder is locked: then every server found is an orphan. */
    static void stop(DataFolder folder) {
        List<ProcessHandle> processes = processesOf(folder);
        if (!processes.isEmpty()) {
            log.info("Stopping the PostgreSQL that a killed service left behind in {}", folder.path());
            processes.stream().filter(process -> isParent(process, processes)).forEach(ProcessHandle::destroy);
            awaitEnd(processes);
        }
        forgetForeignProcess(folder.cluster().resolve("postmaster.pid"));
    }

    private static List<ProcessHandle> processesOf(DataFolder folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> command(process)
                        .filter(it -> it.startsWith(folder.binaries()))
                        .isPresent())
                .toList();
    }

    private static Optional<Path> command(ProcessHandle process) {
        return process.info().command().map(Path::of);
    }

    private static boolean isParent(ProcessHandle process, List<ProcessHandle> all) {
        return process.parent().filter(all::contains).isEmpty();
    }

    private static void awaitEnd(List<ProcessHandle> processes) {
        var ends = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(10, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // It keeps what it confirmed: the next start recovers from its log.
            processes.forEach(ProcessHandle::destroyForcibly);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** PostgreSQL refuses to start while the noted process is there, even when it is no longer a PostgreSQL. */
    private static void forgetForeignProcess(Path pidFile) {
        try {
            if (Files.exists(pidFile)) {
                long noted = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
                if (isForeign(noted) || isOver(noted)) {
                    Files.delete(pidFile);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isForeign(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(OrphanedServer::command)
                .filter(it -> !it.getFileName().toString().startsWith("postgres"))
                .isPresent();
    }

    /** Linux keeps a process that was killed on its list until its parent has taken note of the end. */
    private static boolean isOver(long pid) throws IOException {
        Path state = Path.of("/proc/" + pid + "/stat");
        return Files.exists(state) && Files.readString(state).contains(") Z ");
    }
}
