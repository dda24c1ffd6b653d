package org.parvis;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestOperations;

import java.net.URL;
import java.net.URLConnection;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModularityTests {

    private final JavaClasses parvis = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackagesOf(Parvis.class);

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(Parvis.class).verify();
    }

    /** But for the training of a build, which visits itself. */
    @Test
    void everyOutgoingRequestGoesThroughTheGuardedClient() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.parvis.platform.outgoing..")
                .and()
                .doNotHaveFullyQualifiedName("org.parvis.platform.command.Training")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net.http..", "org.apache.hc..", "org.apache.http..")
                        .or(assignableTo(URLConnection.class))
                        .or(assignableTo(ClientHttpRequestFactory.class))
                        .or(assignableTo(RestClient.class))
                        .or(assignableTo(RestOperations.class))
                        .or(assignableTo(org.jsoup.Connection.class)))
                .orShould()
                .callMethod(URL.class, "openConnection")
                .orShould()
                .callMethod(URL.class, "openStream")
                .orShould()
                .callMethod(URL.class, "getContent")
                .because("who asks other servers is guarded in one place, Outgoing")
                .check(parvis);
    }

    // The administrator names the store of files, which may well be inside; nobody else says where it is.
    @Test
    void onlyTheStoreOfFilesIsAskedOtherwise() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.parvis.platform.files.BlobBucket")
                .and()
                .doNotHaveFullyQualifiedName("org.parvis.platform.files.AbortedEarly")
                .should()
                .dependOnClassesThat(resideInAnyPackage("software.amazon.."))
                .because("it asks one address, that of PARVIS_FILES")
                .check(parvis);
    }

    @Test
    void noBeanDependsOnASetting() {
        var reason = "which beans there are is found out when Parvis is built; ask the setting when it matters";
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
