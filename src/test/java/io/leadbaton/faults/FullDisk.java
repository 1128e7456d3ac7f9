package io.leadbaton.faults;

import io.leadbaton.ClientLedger;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The disk of the database is full for a while: a small one of its own, which only root can make. */
final class FullDisk implements Fault {

    private static final String NAME = "cramped";

    @Override
    public String name() {
        return "F6 the disk is full";
    }

    @Override
    public Finding happen(World world) throws Exception {
        if (!"root".equals(System.getProperty("user.name"))) {
            return Finding.of("left out: only root can make a small disk", 0);
        }
        Path disk = Files.createDirectories(world.folder().resolve("disk"));
        run("mount", "-t", "tmpfs", "-o", "size=400m", "tmpfs", disk.toString());
        try (Database database = new Database(disk.resolve("pg"))) {
            database.create(NAME);
            return fill(world, disk, database);
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    private static Finding fill(World world, Path disk, Database database) throws Exception {
        try (Node node = new Node("cramped", Database.url(database.port(), NAME), world.folder());
                ClientLedger ledger = ClientLedger.of("demo", world.folder().resolve("cramped-ledger"))) {
            node.start();
            node.awaitReady();
            String key =
                    Files.readString(node.data().resolve("demo-intake-key")).strip();
            Senders load = new Senders(ledger, List.of(node.port()), key);
            load.start(20);
            Thread.sleep(3_000);
            useUp(disk.resolve("ballast"));
            Thread.sleep(15_000);
            Map<String, Integer> answers = load.answers();
            Files.delete(disk.resolve("ballast"));
            database.start();
            node.awaitReady();
            load.stop();
            long missing = missing(database.sql(NAME), ledger);
            return Finding.of(
                            "full for 15 s at 20 leads a second; answers until then %s; then %d leads acknowledged, all requests answered"
                                    .formatted(answers, ledger.acknowledgedKeys()),
                            ledger.acknowledgedKeys())
                    .must(missing == 0, "%d acknowledged leads are missing".formatted(missing))
                    .must(answers.containsKey("503"), "nobody was asked to come back later")
                    .must(!answers.containsKey("500"), "somebody was answered 500");
        }
    }

    private static void useUp(Path ballast) {
        try (OutputStream file = Files.newOutputStream(ballast)) {
            byte[] zeros = new byte[64 * 1024];
            while (true) {
                file.write(zeros);
            }
        } catch (IOException full) {
            // That was the point.
        }
    }

    private static long missing(JdbcClient sql, ClientLedger ledger) {
        List<String> there = sql.sql("select idempotency_key from leadbaton.lead where idempotency_key is not null")
                .query(String.class)
                .list();
        return ledger.acknowledgedKeys() - there.size();
    }

    private static void run(String... command) throws Exception {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed");
        }
    }
}
