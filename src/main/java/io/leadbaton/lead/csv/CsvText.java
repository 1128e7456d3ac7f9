package io.leadbaton.lead.csv;

import io.leadbaton.InputRefused;
import io.leadbaton.web.RequestRefused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/**
 * A file as text, whichever program wrote it.
 *
 * @param separator what stands between two cells
 */
record CsvText(String text, char separator) {

    private static final String SEPARATORS = ",;\t|";
    private static final int PEEK = 4000;

    static CsvText of(byte[] file) {
        refuseOtherKinds(file);
        String text = decode(file);
        if (text.isBlank()) {
            throw new InputRefused("", "empty-file", "The file is empty.");
        }
        return new CsvText(text, separator(text));
    }

    private static void refuseOtherKinds(byte[] file) {
        boolean packed = startsWith(file, 'P', 'K', 3, 4) || startsWith(file, 0x1F, 0x8B);
        if (packed || startsWith(file, '%', 'P', 'D', 'F') || startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw RequestRefused.wrongContent("This is no CSV file; save the sheet as CSV first.");
        }
    }

    private static String decode(byte[] file) {
        if (startsWith(file, 0xEF, 0xBB, 0xBF)) {
            return new String(file, 3, file.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(file, 0xFF, 0xFE) || startsWith(file, 0xFE, 0xFF)) {
            return new String(file, StandardCharsets.UTF_16);
        }
        if (IntStream.range(0, Math.min(file.length, PEEK)).anyMatch(i -> file[i] == 0)) {
            throw RequestRefused.wrongContent("This is no text; save the sheet as CSV in UTF-8.");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(file, Charset.forName("windows-1252"));
        }
    }

    /** What occurs most often in the first line, outside of quotes. */
    private static char separator(String text) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < text.length() && (quoted || !isLineEnd(text.charAt(i))); i++) {
            char c = text.charAt(i);
            quoted = (c == '"') != quoted;
            int known = SEPARATORS.indexOf(c);
            if (!quoted && known >= 0) {
                counts[known]++;
            }
        }
        int best = IntStream.range(0, counts.length).reduce(0, (a, b) -> counts[b] > counts[a] ? b : a);
        return SEPARATORS.charAt(best);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean startsWith(byte[] file, int... bytes) {
        return file.length >= bytes.length
                && IntStream.range(0, bytes.length).allMatch(i -> (file[i] & 0xFF) == bytes[i]);
    }
}
