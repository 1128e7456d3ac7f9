package io.leadbaton.engine.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.xml.sax.SAXParseException;

/** Says in one line, with the number of the line in the file, why a file cannot be read. */
final class Unreadable {

    private static final Pattern WITH_LINE = Pattern.compile(".*Line=(\\d+): (.*)", Pattern.DOTALL);

    private Unreadable() {}

    /** Without the numbers of rules and the addresses of namespaces. */
    private static String plain(String message) {
        return message.replaceAll("cvc-[\\w.-]+: ", "").replaceAll("\\{?\"https?://[^\"]*\":(\\w+)}?", "$1");
    }

    static String reason(RuntimeException e) {
        int parse = ExceptionUtils.indexOfType(e, SAXParseException.class);
        if (parse >= 0) {
            SAXParseException where = (SAXParseException) ExceptionUtils.getThrowables(e)[parse];
            return "cannot be read: " + plain(String.valueOf(where.getMessage())) + " (line " + where.getLineNumber()
                    + ")";
        }
        String message = plain(ExceptionUtils.getRootCauseMessage(e));
        Matcher line = WITH_LINE.matcher(message);
        return "cannot be read: " + (line.matches() ? line.group(2) + " (line " + line.group(1) + ")" : message);
    }
}
