package io.leadbaton.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells what to write in place of a word that nobody knows: the one it resembles, and what else there is. */
public final class Suggestion {

    /** A longer list is no help in one line when the word that was meant is named. */
    private static final int READABLE = 12;

    private Suggestion() {}

    public static String instead(String word, Collection<String> known) {
        if (known.isEmpty()) {
            return "there is none";
        }
        Optional<String> meant = nearest(word, known);
        if (meant.isPresent() && (known.size() == 1 || known.size() > READABLE)) {
            return "did you mean '" + meant.get() + "'?";
        }
        String all = (known.size() == 1 ? " is " : " are ")
                + inWords(known.stream().sorted().toList());
        return meant.map(near -> "did you mean '" + near + "'? There" + all).orElse("there" + all);
    }

    /** A list as a sentence has it: a, b and c. */
    public static String inWords(Collection<String> words) {
        List<String> all = List.copyOf(words);
        int last = all.size() - 1;
        return last < 1 ? String.join("", all) : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
    }

    /** Whether the word is most likely one of these, misspelt. */
    public static boolean isNear(String word, Collection<String> known) {
        return nearest(word, known).isPresent();
    }

    private static Optional<String> nearest(String word, Collection<String> known) {
        String plain = plain(word);
        int most = Math.max(1, plain.length() / 3);
        return known.stream()
                .filter(candidate -> edits(plain, plain(candidate)) <= most)
                .min(Comparator.comparingInt(candidate -> edits(plain, plain(candidate))));
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}.]", "");
    }

    /** How many letters have to be added, left out, changed or swapped with their neighbour. */
    private static int edits(String from, String to) {
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : fewest(edits, from, to, i, j);
            }
        }
        return edits[from.length()][to.length()];
    }

    private static int fewest(int[][] edits, String from, String to, int i, int j) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        int changed = edits[i - 1][j - 1] + (same ? 0 : 1);
        int added = 1 + Math.min(edits[i - 1][j], edits[i][j - 1]);
        int fewest = Math.min(changed, added);
        return swapped ? Math.min(fewest, edits[i - 2][j - 2] + 1) : fewest;
    }
}
