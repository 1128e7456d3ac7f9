package io.leadbaton.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The smallest proxy there can be: passes connections on to the node it points at, and drops them when it is turned. */
final class Switch implements AutoCloseable {

    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int node;

    Switch(int node) {
        this.node = node;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        begin(this::receive);
    }

    int port() {
        return door.getLocalPort();
    }

    void turnTo(int other) {
        node = other;
        open.forEach(Switch::drop);
    }

    private void receive() {
        while (!door.isClosed()) {
            try {
                Socket visitor = door.accept();
                Socket service = new Socket(InetAddress.getLoopbackAddress(), node);
                begin(() -> pass(visitor, service));
                begin(() -> pass(service, visitor));
            } catch (IOException nobodyThere) {
                // The visitor sees a connection that fails, as behind a real proxy.
            }
        }
    }

    private void pass(Socket from, Socket to) {
        open.add(from);
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException dropped) {
            // Either side has gone.
        } finally {
            open.remove(from);
        }
    }

    private static void begin(Runnable work) {
        Thread thread = new Thread(work, "switch");
        thread.setDaemon(true);
        thread.start();
    }

    private static void drop(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(Switch::drop);
    }
}
