package io.leadbaton.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A network between a node and its database that is as bad as it is told to be. Statements must pass by their text. */
final class FaultProxy implements AutoCloseable {

    /** What the network does to traffic. */
    enum Mood {
        CALM,
        /** Each answer comes a little late. */
        SLOW,
        /** Connections stay open, and nothing comes through. */
        SILENT,
        /** Nobody gets a connection, and those that were there are cut. */
        CUT,
        /** Of each hundred commits some are cut off before the database hears of them, some before the node hears that they succeeded. */
        LOSING_COMMITS
    }

    private static final int LATE_MILLIS = 20;
    private static final int LOST_OF_A_HUNDRED = 5;

    private final ServerSocket door;
    private final int server;
    private final Random random;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lostBefore = new AtomicInteger();
    private final AtomicInteger lostAfter = new AtomicInteger();
    private volatile Mood mood = Mood.CALM;

    FaultProxy(int server, long seed) {
        this.server = server;
        this.random = new Random(seed);
        try {
            door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inBackground(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void turn(Mood mood) {
        this.mood = mood;
        if (mood == Mood.CUT) {
            cutAll();
        }
    }

    void cutAll() {
        open.forEach(FaultProxy::reset);
    }

    int lostBefore() {
        return lostBefore.get();
    }

    int lostAfter() {
        return lostAfter.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                if (mood == Mood.CUT) {
                    reset(client);
                } else {
                    connect(client);
                }
            }
        } catch (IOException closed) {
            cutAll();
        }
    }

    private void connect(Socket client) {
        try {
            Pipe pipe = new Pipe(client, new Socket(InetAddress.getLoopbackAddress(), server));
            open.add(pipe.client);
            open.add(pipe.database);
            inBackground(pipe::ask);
            inBackground(pipe::answer);
        } catch (IOException away) {
            reset(client);
        }
    }

    /** One connection, with a thread for each way. */
    private final class Pipe {

        private final Socket client;
        private final Socket database;
        private volatile boolean losesAnswer;

        private Pipe(Socket client, Socket database) {
            this.client = client;
            this.database = database;
        }

        private void ask() {
            pass(client, database, true);
        }

        private void answer() {
            pass(database, client, false);
        }

        private void pass(Socket from, Socket to, boolean asking) {
            byte[] bytes = new byte[16 * 1024];
            try {
                for (int n = from.getInputStream().read(bytes);
                        n >= 0;
                        n = from.getInputStream().read(bytes)) {
                    if (asking ? isLost(bytes, n) : losesAnswer) {
                        break;
                    }
                    waitAsLongAs(asking);
                    to.getOutputStream().write(bytes, 0, n);
                }
            } catch (IOException cut) {
                // Whoever is left at the other end learns it now.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                end();
            }
        }

        private boolean isLost(byte[] bytes, int n) {
            if (mood != Mood.LOSING_COMMITS || !isCommit(bytes, n)) {
                return false;
            }
            int dice = random.nextInt(100);
            if (dice < LOST_OF_A_HUNDRED) {
                lostBefore.incrementAndGet();
                return true;
            }
            if (dice < 2 * LOST_OF_A_HUNDRED) {
                lostAfter.incrementAndGet();
                losesAnswer = true;
            }
            return false;
        }

        private void end() {
            reset(client);
            reset(database);
            open.remove(client);
            open.remove(database);
        }
    }

    private void waitAsLongAs(boolean asking) throws InterruptedException {
        if (mood == Mood.SLOW && !asking) {
            Thread.sleep(LATE_MILLIS);
        }
        while (mood == Mood.SILENT) {
            Thread.sleep(50);
        }
    }

    private static boolean isCommit(byte[] bytes, int n) {
        return new String(bytes, 0, n, StandardCharsets.ISO_8859_1).contains("COMMIT\0");
    }

    /** So that the other side sees an error, not an end. */
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            // It is gone.
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "fault-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
