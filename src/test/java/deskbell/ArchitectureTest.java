package deskbell;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Dependencies point one way: vocabulary ← features ← answering ← edges ← wiring. */
@AnalyzeClasses(packages = "deskbell", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "deskbell";
  private static final String[] FRAMEWORKS = {
    "io.vertx..", "org.apache.lucene..", "com.fasterxml..", "org.yaml..", "info.picocli.."
  };

  @ArchTest
  static final ArchRule rooms_form_no_cycle =
      slices().matching("deskbell.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_vocabulary_imports_nothing =
      noClasses()
          .that()
          .resideInAPackage("deskbell.conversation..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FRAMEWORKS)
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT,
              "deskbell.dialog..",
              "deskbell.knowledge..",
              "deskbell.understanding..",
              "deskbell.handoff..",
              "deskbell.shop..",
              "deskbell.answering..",
              "deskbell.store..",
              "deskbell.web..",
              "deskbell.webchat..",
              "deskbell.console..",
              "deskbell.training..");

  @ArchTest
  static final ArchRule the_model_knows_only_the_vocabulary =
      noClasses()
          .that()
          .resideInAPackage("deskbell.neural..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("deskbell..")
                  .and(not(resideInAnyPackage("deskbell.neural..", "deskbell.conversation.."))));

  @ArchTest
  static final ArchRule features_do_not_know_each_other =
      slices()
          .matching("deskbell.(dialog|knowledge|understanding|handoff|shop)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule features_do_not_know_who_uses_them =
      noClasses()
          .that()
          .resideInAnyPackage(
              "deskbell.dialog..",
              "deskbell.knowledge..",
              "deskbell.understanding..",
              "deskbell.handoff..",
              "deskbell.shop..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT,
              "deskbell.answering..",
              "deskbell.store..",
              "deskbell.web..",
              "deskbell.webchat..",
              "deskbell.console..",
              "deskbell.training..");

  @ArchTest
  static final ArchRule answering_does_not_know_the_edges =
      noClasses()
          .that()
          .resideInAPackage("deskbell.answering..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT,
              "deskbell.store..",
              "deskbell.web..",
              "deskbell.webchat..",
              "deskbell.console..");

  @ArchTest
  static final ArchRule the_edges_do_not_know_the_store =
      noClasses()
          .that()
          .resideInAnyPackage("deskbell.web..", "deskbell.webchat..", "deskbell.console..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT, "deskbell.store..");

  @ArchTest
  static final ArchRule web_knows_only_the_vocabulary =
      noClasses()
          .that()
          .resideInAPackage("deskbell.web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "deskbell.dialog..",
              "deskbell.knowledge..",
              "deskbell.understanding..",
              "deskbell.handoff..",
              "deskbell.shop..",
              "deskbell.answering..",
              "deskbell.webchat..",
              "deskbell.console..");

  @ArchTest
  static final ArchRule flows_are_pure =
      noClasses()
          .that()
          .resideInAPackage("deskbell.dialog..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.vertx..", "java.time.Clock", "org.apache.lucene..");

  @ArchTest
  static final ArchRule only_the_store_speaks_sql =
      noClasses()
          .that()
          .resideOutsideOfPackage("deskbell.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.vertx.sqlclient..", "io.vertx.pgclient..", "java.sql..");

  @ArchTest
  static final ArchRule json_stays_at_the_edges =
      noClasses()
          .that()
          .resideInAnyPackage(
              "deskbell.conversation..",
              "deskbell.dialog..",
              "deskbell.knowledge..",
              "deskbell.understanding..",
              "deskbell.handoff..",
              "deskbell.answering..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("io.vertx.core.json.JsonObject");

  @ArchTest
  static final ArchRule the_server_never_trains =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT, "deskbell.training..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("deskbell.training..");
}
