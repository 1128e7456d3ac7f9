package io.leadbaton.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The folder that keeps the embedded database; one running service owns it at a time. */
record DataFolder(Path path, FileLock owned) {

    private static final String VERSION = "17";

    static DataFolder lock(Path path) {
        try {
            Files.createDirectories(path);
            Path real = path.toRealPath();
            FileLock lock = tryLock(real.resolve("leadbaton.lock"));
            if (lock == null) {
                throw new DatabaseRefused(
                        "Another Leadbaton already works in the data folder %s: stop it, or give this one its own folder with LEADBATON_DATA."
                                .formatted(real));
            }
            DataFolder folder = new DataFolder(real, lock);
            folder.prepare();
            return folder;
        } catch (IOException e) {
            throw new DatabaseRefused(
                    "The data folder %s cannot be written (%s): give this user the right to, name another one with LEADBATON_DATA, or set SPRING_DATASOURCE_URL to a database of your own."
                            .formatted(path.toAbsolutePath(), e),
                    e);
        }
    }

    private static @Nullable FileLock tryLock(Path file) throws IOException {
        // Stays open when it fails: closing it would also end a lock this very process holds.
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    Path cluster() {
        return path.resolve("pg" + VERSION);
    }

    Path unfinished() {
        return path.resolve("pg" + VERSION + ".unfinished");
    }

    /** The library opens this folder to every local user, so it lies in one that is closed to them. */
    Path binaries() {
        return path.resolve("bin").resolve("postgres");
    }

    Path log() {
        return path.resolve("pg" + VERSION + ".log");
    }

    Path passwordFile() {
        return path.resolve("pg" + VERSION + ".password");
    }

    boolean hasCluster() {
        return Files.exists(cluster().resolve("PG_VERSION"));
    }

    void checkVersion() {
        try {
            String found = hasCluster()
                    ? Files.readString(cluster().resolve("PG_VERSION")).strip()
                    : VERSION;
            if (!found.equals(VERSION)) {
                throw new DatabaseRefused(
                        "%s holds data of PostgreSQL %s, but this Leadbaton brings PostgreSQL %s: move that folder away, or name another one with LEADBATON_DATA."
                                .formatted(cluster(), found, VERSION));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String password() {
        try {
            return Files.readString(passwordFile()).strip();
        } catch (IOException e) {
            throw new DatabaseRefused(
                    "The password of the database in %s cannot be read from %s: put that file back, it belongs to the data."
                            .formatted(cluster(), passwordFile()),
                    e);
        }
    }

    private void prepare() throws IOException {
        Path programs = binaries().getParent();
        if (!Files.exists(programs)) {
            Files.createDirectory(programs, onlyForTheOwner("rwx------"));
        }
        Files.createDirectories(binaries());
        if (!hasCluster() && !Files.exists(passwordFile())) {
            Path fresh = Files.createTempFile(path, "password", "", onlyForTheOwner("rw-------"));
            Files.writeString(fresh, UUID.randomUUID().toString());
            Files.move(fresh, passwordFile());
        }
    }

    private FileAttribute<?>[] onlyForTheOwner(String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** What earlier starts left: their log and, if one was killed half-way, a cluster without its database or half the programs. */
    void deleteLeftovers() {
        try (var unpacked = Files.newDirectoryStream(binaries(), "PG-*")) {
            Files.deleteIfExists(log());
            FileSystemUtils.deleteRecursively(unfinished());
            for (Path programs : unpacked) {
                if (!Files.exists(programs.resolve(".exists"))) {
                    FileSystemUtils.deleteRecursively(programs);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void finish() {
        try {
            Files.move(unfinished(), cluster());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What PostgreSQL last complained of. */
    Optional<String> complaint() {
        try (var lines = Files.lines(log())) {
            return lines.filter(line -> line.contains("error: ") || line.contains("FATAL: "))
                    .reduce((earlier, later) -> later);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void unlock() {
        try {
            owned.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
