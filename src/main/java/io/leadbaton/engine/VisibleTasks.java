package io.leadbaton.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The engine joins each task with all rights of the person who asks and throws away what came out twice. With thousands of tasks of
 * their own that takes the square of their number. Here the same rights are asked for each task, by its id; rights to all tasks and to
 * those of a process are asked once. No parameter changes its place.
 */
class VisibleTasks {

    private static final Pattern RIGHTS = Pattern.compile(
            "(?:inner|left) join\\s*\\(\\s*SELECT A\\.\\*(.*?)\\)\\s*AUTH ON \\(AUTH\\.RESOURCE_ID_ IN\\s*\\(\\s*RES\\.ID_\\s*,\\s*D\\.KEY_\\s*,\\s*'\\*'\\s*\\)\\)",
            Pattern.DOTALL);

    private static final String CANDIDATES = "ACT_RU_IDENTITYLINK I on";
    private static final Pattern DISTINCT = Pattern.compile("select\\s+distinct", Pattern.CASE_INSENSITIVE);

    private final String visible;

    VisibleTasks(String tablePrefix) {
        visible = """
                (exists (select from AUTH where AUTH.RESOURCE_ID_ = '*')
                  or exists (select from AUTH where AUTH.RESOURCE_ID_ = RES.ID_)
                  or RES.PROC_DEF_ID_ in (select P.ID_ from %sACT_RE_PROCDEF P
                    where exists (select from AUTH where AUTH.RESOURCE_ID_ = P.KEY_)))
                """.formatted(tablePrefix);
    }

    /** Anything else than the check of granted rights stays as it is. */
    String rewritten(String sql) {
        Matcher rights = RIGHTS.matcher(sql);
        if (!rights.find() || sql.lastIndexOf('?', rights.start()) >= 0) {
            return sql;
        }
        String tasks = (sql.substring(0, rights.start()) + sql.substring(rights.end()))
                .replace("AUTH.RESOURCE_ID_ IS NOT NULL", visible);
        return "with AUTH as not materialized (select A.RESOURCE_ID_" + rights.group(1) + ")\n" + once(tasks);
    }

    /** Only a task's candidates can still make it come out twice. */
    private static String once(String tasks) {
        return tasks.contains(CANDIDATES) ? tasks : DISTINCT.matcher(tasks).replaceFirst("select");
    }
}
