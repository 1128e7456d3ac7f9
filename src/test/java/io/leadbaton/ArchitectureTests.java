package io.leadbaton;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who may know whom. A new package gets its line here first. */
@AnalyzeClasses(packages = "io.leadbaton", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String OURS = "io.leadbaton.";
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("policy", Set.of()),
            Map.entry("web", Set.of()),
            Map.entry("database", Set.of()),
            Map.entry("engine", Set.of("policy")),
            Map.entry("security", Set.of("policy", "web")),
            Map.entry("rep", Set.of("policy", "web")),
            Map.entry("sla", Set.of("policy", "web")),
            Map.entry("lead", Set.of("sla", "rep", "web", "policy")),
            Map.entry("handoff", Set.of("lead", "rep", "sla", "policy", "web")),
            Map.entry("cadence", Set.of("lead", "rep", "sla", "policy", "web")),
            Map.entry("nurture", Set.of("lead", "rep", "sla", "policy")),
            Map.entry("home", Set.of("policy", "web")),
            Map.entry("lifecycle", Set.of("lead", "rep", "sla", "policy")));

    private static final List<String> FORBIDDEN_SUFFIXES =
            List.of("Impl", "Manager", "Helper", "Util", "Utils", "Service", "Delegate", "Dto", "Data", "Info");

    @ArchTest
    static final ArchRule PACKAGES_KNOW_ONLY_WHOM_THEY_MAY =
            classes().that(resideInAPackage("io.leadbaton.*..")).should(useOnlyWhatTheirLineNames());

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_KNOWN = classes()
            .that(resideInAPackage("io.leadbaton.*.."))
            .should()
            .resideInAnyPackage(MAY_USE.keySet().stream()
                    .map(name -> "io.leadbaton." + name + "..")
                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule LEADS_HEAR_PROMISES_AND_REPS_BUT_DO_NOT_CALL_THEM = noClasses()
            .that(resideInAPackage("io.leadbaton.lead.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.leadbaton.sla..", "io.leadbaton.rep..")
                    .and(not(plainValues())));

    @ArchTest
    static final ArchRule ONLY_PROCESS_CLASSES_TALK_TO_THE_ENGINE = noClasses()
            .that(not(resideInAnyPackage("io.leadbaton.engine..", "io.leadbaton.security.."))
                    .and(not(outermostNameEndsWith("Process"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS_FOR =
            noClasses().should().haveNameMatching(".*(" + String.join("|", FORBIDDEN_SUFFIXES) + ")");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses().should().callCodeUnitWhere(readsTheMachinesTime());

    private static DescribedPredicate<JavaClass> plainValues() {
        return DescribedPredicate.describe("records or enums", type -> type.isRecord() || type.isEnum());
    }

    private static DescribedPredicate<JavaClass> outermostNameEndsWith(String suffix) {
        return DescribedPredicate.describe(
                "*" + suffix, type -> type.getName().replaceAll("\\$.*", "").endsWith(suffix));
    }

    private static DescribedPredicate<JavaCall<?>> readsTheMachinesTime() {
        Set<Class<?>> times =
                Set.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class, OffsetDateTime.class);
        return DescribedPredicate.describe("read the machine's time", call -> {
            var target = call.getTarget();
            boolean now = target.getName().equals("now")
                    && times.stream().anyMatch(target.getOwner()::isEquivalentTo)
                    && target.getRawParameterTypes().stream()
                            .noneMatch(type -> type.getSimpleName().equals("Clock"));
            boolean newDate = target.getOwner().isEquivalentTo(Date.class)
                    && target.getName().equals("<init>")
                    && target.getRawParameterTypes().isEmpty();
            return now || newDate || target.getName().equals("currentTimeMillis");
        });
    }

    private static ArchCondition<JavaClass> useOnlyWhatTheirLineNames() {
        return new ArchCondition<>("use only the packages their line in MAY_USE names") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String own = packageOf(type);
                type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> !packageOf(use.getTargetClass()).isEmpty())
                        .filter(use -> !packageOf(use.getTargetClass()).equals(own))
                        .filter(use -> !MAY_USE.getOrDefault(own, Set.of()).contains(packageOf(use.getTargetClass())))
                        .forEach(use -> events.add(violated(use, use.getDescription())));
            }
        };
    }

    /** The first part behind io.leadbaton; empty for other people's classes and for our own common ones. */
    private static String packageOf(JavaClass type) {
        return type.getPackageName().startsWith(OURS)
                ? type.getPackageName().substring(OURS.length()).replaceAll("\\..*", "")
                : "";
    }
}
