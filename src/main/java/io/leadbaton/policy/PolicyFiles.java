package io.leadbaton.policy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The processes, decisions and forms of one policy, named alike whether they come from a folder or from the jar. */
public final class PolicyFiles {

    private final SortedMap<String, byte[]> contents;
    private final String hash;

    public PolicyFiles(Map<String, byte[]> contents) {
        this.contents = Collections.unmodifiableSortedMap(new TreeMap<>(contents));
        this.hash = hashOf(this.contents);
    }

    /** Calendars are facts about the world with versions of their own, and notes beside the diagrams are no policy. */
    public static boolean belongs(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        boolean process = name.startsWith("processes/") && (file.endsWith(".bpmn") || file.endsWith(".dmn"));
        return !file.startsWith(".") && (process || name.startsWith("forms/") && file.endsWith(".form"));
    }

    /** Names of one kind, such as {@code .bpmn}. */
    public List<String> names(String suffix) {
        return contents.keySet().stream().filter(name -> name.endsWith(suffix)).toList();
    }

    public Map<String, byte[]> contents() {
        return contents;
    }

    /** The others of these files. */
    PolicyFiles without(Set<String> names) {
        Map<String, byte[]> others = new TreeMap<>(contents);
        others.keySet().removeAll(names);
        return new PolicyFiles(others);
    }

    public InputStream open(String name) {
        return new ByteArrayInputStream(content(name));
    }

    public String text(String name) {
        return new String(content(name), StandardCharsets.UTF_8);
    }

    public String hash() {
        return hash;
    }

    private byte[] content(String name) {
        byte[] content = contents.get(name);
        if (content == null) {
            throw new IllegalArgumentException("The policy has no file " + name);
        }
        return content;
    }

    private static String hashOf(Map<String, byte[]> contents) {
        MessageDigest digest = sha256();
        contents.forEach((name, content) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(ByteBuffer.allocate(5).putInt(1, content.length).array());
            digest.update(content);
        });
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
