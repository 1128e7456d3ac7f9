package io.leadbaton;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A word that only a person's data holds; wherever else it turns up, somebody's data has got out. */
public final class Canary {

    private Canary() {}

    /** I11: the tables of the engine that know the word. */
    public static List<String> tablesThatKnow(String word, JdbcClient jdbc) {
        return jdbc
                .sql(
                        "select table_name from information_schema.tables where table_schema = 'camunda' and table_type = 'BASE TABLE'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> knows(table, word, jdbc))
                .toList();
    }

    private static boolean knows(String table, String word, JdbcClient jdbc) {
        String bytes = table.equals("act_ge_bytearray") ? " or position(convert_to(:word, 'UTF8') in bytes_) > 0" : "";
        return jdbc.sql("select exists (select 1 from camunda.%s t where t::text ilike '%%' || :word || '%%'%s)"
                        .formatted(table, bytes))
                .param("word", word)
                .query(Boolean.class)
                .single();
    }
}
