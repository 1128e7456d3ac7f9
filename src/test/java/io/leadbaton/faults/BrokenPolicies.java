package io.leadbaton.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Somebody saves diagrams, tables and forms that cannot work; a node starts on them too. */
final class BrokenPolicies implements Fault {

    private record Mistake(String file, UnaryOperator<String> edit) {}

    private static final List<Mistake> MISTAKES = List.of(
            new Mistake("processes/lifecycle.bpmn", text -> text.substring(0, text.length() / 2)),
            new Mistake(
                    "processes/lifecycle.bpmn",
                    text -> text.replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>")),
            new Mistake("processes/handoff.bpmn", text -> text.replaceFirst("\\$\\{handoffTasks", "\\${nobodysTasks")),
            new Mistake(
                    "processes/cadence.bpmn",
                    text -> text.replaceFirst("formRef=\"makeAttempt\"", "formRef=\"nowhere\"")),
            new Mistake("processes/slaPolicy.dmn", text -> text.replaceFirst("<rule ", "<rool ")),
            new Mistake("forms/acceptLead.form", text -> text.replaceFirst("\\{", "")));

    @Override
    public String name() {
        return "F15 broken models";
    }

    @Override
    public Finding happen(World world) throws Exception {
        List<String> wrong = new ArrayList<>();
        int before = versions(world);
        world.load().start(10);
        for (Mistake mistake : MISTAKES) {
            String good = world.policy().change(mistake.file(), mistake.edit());
            Thread.sleep(3_000);
            world.promises(1);
            if (mistake == MISTAKES.get(0)) {
                world.restart(world.nodes().get(1));
            }
            world.policy().change(mistake.file(), bad -> good);
            if (versions(world) != before) {
                wrong.add("a broken " + mistake.file() + " went live");
                before = versions(world);
            }
        }
        world.load().pause();
        return new Finding(
                "%d broken files saved, a node started on one of them: the version before served on"
                        .formatted(MISTAKES.size()),
                MISTAKES.size(),
                wrong);
    }

    private static int versions(World world) {
        return world.sql()
                .sql("select count(*) from leadbaton.policy_version")
                .query(Integer.class)
                .single();
    }
}
