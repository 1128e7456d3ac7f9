package io.leadbaton.bench;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.net.SocketFactory;

/** Counts how often a service sends something to its database: what costs one way to it and back each. */
public final class Flushes extends SocketFactory {

    private static final Map<String, LongAdder> COUNTS = new ConcurrentHashMap<>();

    private final LongAdder count;

    /** Called by the driver with the name it was given. */
    public Flushes(String name) {
        count = COUNTS.computeIfAbsent(name, key -> new LongAdder());
    }

    /** To be added to the address of the database. */
    static String countedAs(String name) {
        return "&socketFactory=%s&socketFactoryArg=%s".formatted(Flushes.class.getName(), name);
    }

    static long of(String name) {
        return COUNTS.get(name).sum();
    }

    @Override
    public Socket createSocket() {
        return new CountingSocket(count);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("The driver connects later");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException("The driver connects later");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("The driver connects later");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException("The driver connects later");
    }

    private static final class CountingSocket extends Socket {

        private final LongAdder count;

        CountingSocket(LongAdder count) {
            this.count = count;
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    count.increment();
                    out.write(bytes, from, length);
                }
            };
        }
    }
}
