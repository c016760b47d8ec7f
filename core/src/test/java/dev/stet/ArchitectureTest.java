package dev.stet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.stet.error.StetException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;

/** What the shape of the library promises, held against its classes. */
@AnalyzeClasses(packages = "dev.stet", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String[] DOMAIN = {
        "dev.stet.access..",
        "dev.stet.agent..",
        "dev.stet.align..",
        "dev.stet.content..",
        "dev.stet.diff..",
        "dev.stet.draft..",
        "dev.stet.encoding..",
        "dev.stet.environment..",
        "dev.stet.error..",
        "dev.stet.input..",
        "dev.stet.merge..",
        "dev.stet.page..",
        "dev.stet.ref..",
        "dev.stet.retention..",
        "dev.stet.rules..",
        "dev.stet.schema..",
        "dev.stet.shown..",
        "dev.stet.version.."
    };

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("dev.stet.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingInsideKnowsTheShell = noClasses()
            .that()
            .resideInAPackage("dev.stet.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.stet");

    @ArchTest
    static final ArchRule rulesReadNoClock = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(InstantSource.class);

    @ArchTest
    static final ArchRule rulesDrawNoRandomness = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(UUID.class);

    @ArchTest
    static final ArchRule rulesTouchNoFileNetworkOrDatabase = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("dev.stet.storage.Storage")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("dev.stet.facts.Facts");

    @ArchTest
    static final ArchRule jacksonStaysAtTheEdgeOfContent = noClasses()
            .that()
            .resideOutsideOfPackages("dev.stet.content..", "dev.stet.schema..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tools.jackson..");

    @ArchTest
    static final ArchRule everythingThrownHasOneRoot =
            classes().that().areAssignableTo(Throwable.class).should().beAssignableTo(StetException.class);
}
