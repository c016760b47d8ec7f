package dev.stet.storage.jdbc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The store knows tables, and nothing of what is kept in them. */
@AnalyzeClasses(packages = "dev.stet.storage.jdbc", importOptions = DoNotIncludeTests.class)
final class TablesAloneTest {
    @ArchTest
    static final ArchRule theStoreKnowsNoFacts = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.stet.access..",
                    "dev.stet.agent..",
                    "dev.stet.content..",
                    "dev.stet.draft..",
                    "dev.stet.environment..",
                    "dev.stet.facts..",
                    "dev.stet.merge..",
                    "dev.stet.page..",
                    "dev.stet.ref..",
                    "dev.stet.retention..",
                    "dev.stet.rules..",
                    "dev.stet.version..");
}
