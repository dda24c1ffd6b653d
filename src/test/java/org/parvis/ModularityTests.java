package org.parvis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Conditional;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(Parvis.class).verify();
    }

    @Test
    void noBeanDependsOnASetting() {
        var reason = "which beans there are is found out when Parvis is built; ask the setting when it matters";
        var parvis = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackagesOf(Parvis.class);
        noClasses()
                .should()
                .beMetaAnnotatedWith(Conditional.class)
                .because(reason)
                .check(parvis);
        noMethods()
                .should()
                .beMetaAnnotatedWith(Conditional.class)
                .because(reason)
                .check(parvis);
    }
}
