package org.kith.launcher;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shape of the whole program, as docs/decisions and CONTRIBUTING tell it. */
class ArchitectureTest {
  /** What each package may use besides itself. A new package fails until it has a line here. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("circle", Set.of()),
          Map.entry("care", Set.of("circle")),
          Map.entry("words", Set.of("circle", "care")),
          Map.entry("command", Set.of("circle", "care", "words")),
          Map.entry("post", Set.of("circle", "care", "words", "command")),
          Map.entry("store", Set.of("circle", "care", "words", "command", "post")),
          Map.entry("desk", Set.of("circle", "care", "words", "command", "post", "store")),
          Map.entry("due", Set.of("circle", "care", "words", "command", "post", "store", "desk")),
          Map.entry(
              "courier", Set.of("circle", "care", "words", "command", "post", "store", "desk")));

  private static final Set<String> ADAPTERS = Set.of("discord", "telegram", "browser");

  private static final String[] CORE =
      MAY_USE.keySet().stream().map(name -> "org.kith." + name + "..").toArray(String[]::new);

  /** Where everything that changes comes in as an argument. */
  private static final String[] PURE = {
    "org.kith.circle..", "org.kith.care..", "org.kith.command..", "org.kith.words.."
  };

  private static final JavaClasses KITH =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(place -> !place.contains("-tests.jar"))
          .withImportOption(place -> !place.contains("testkit"))
          .importPackages("org.kith");

  static Stream<String> corePackages() {
    return MAY_USE.keySet().stream().sorted();
  }

  @Test
  void every_package_has_its_place() {
    Set<String> known = new TreeSet<>(MAY_USE.keySet());
    known.addAll(ADAPTERS);
    known.add("launcher");

    Set<String> there =
        KITH.stream()
            .map(JavaClass::getPackageName)
            // The root holds Core, which wires the packages: nothing in them may use it.
            .filter(name -> !name.equals("org.kith"))
            .map(name -> name.replaceFirst("^org\\.kith\\.", ""))
            .map(name -> name.split("\\.", 2)[0])
            .collect(toCollection(TreeSet::new));

    assertThat(there).isEqualTo(known);
  }

  @ParameterizedTest
  @MethodSource("corePackages")
  void packages_depend_in_one_direction(String name) {
    Set<String> allowed = MAY_USE.getOrDefault(name, Set.of());
    String[] others =
        KITH.stream()
            .map(JavaClass::getPackageName)
            .filter(other -> !other.equals("org.kith." + name))
            .filter(other -> !allowed.contains(other.replaceFirst("^org\\.kith\\.", "")))
            .distinct()
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage("org.kith." + name)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .allowEmptyShould(true)
        .check(KITH);
  }

  @Test
  void the_core_knows_no_platform() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("net.dv8tion..", "org.telegram..", "okhttp3..", "com.sun.net..")
        .check(KITH);
  }

  @Test
  void adapters_do_not_know_each_other_nor_the_launcher() {
    for (String adapter : ADAPTERS) {
      List<String> others =
          Stream.concat(ADAPTERS.stream(), Stream.of("launcher"))
              .filter(other -> !other.equals(adapter))
              .map(other -> "org.kith." + other + "..")
              .toList();

      noClasses()
          .that()
          .resideInAPackage("org.kith." + adapter + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others.toArray(String[]::new))
          .allowEmptyShould(true)
          .check(KITH);
    }
  }

  @Test
  void time_and_chance_come_in_as_arguments() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .accessTargetWhere(describe("it asks for the time or for chance", ArchitectureTest::impure))
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.util\\.(Random|SplittableRandom|random\\..*)|.*\\.(SecureRandom|ThreadLocalRandom)")
        .check(KITH);
  }

  @Test
  void names_say_what_a_thing_is() {
    noClasses()
        .should()
        .haveNameMatching(".*(Manager|Utils?|Service|Processor|Impl|[a-z]Helper)")
        .because("such a name says nothing; and a helper is a person here")
        .check(KITH);
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .haveNameMatching(".*[.$](Guild|Chat|User|Update)")
        .because("those words belong to the platforms")
        .check(KITH);
  }

  @Test
  void only_the_launcher_knows_its_libraries() {
    classes()
        .that(
            resideInAnyPackage("org.kith..").and(describe("use them", ArchitectureTest::launches)))
        .should()
        .resideInAPackage("org.kith.launcher")
        .check(KITH);
  }

  private static boolean impure(JavaAccess<?> access) {
    AccessTarget target = access.getTarget();
    String owner = target.getOwner().getName();
    String name = target.getName();
    return switch (owner) {
      case "java.lang.System" -> name.equals("currentTimeMillis") || name.equals("nanoTime");
      case "java.lang.Math" -> name.equals("random");
      case "java.util.UUID" -> name.equals("randomUUID");
      case "java.util.Date", "java.util.GregorianCalendar" -> name.equals("<init>");
      default ->
          owner.startsWith("java.time.") && (name.equals("now") || name.startsWith("system"));
    };
  }

  private static boolean launches(JavaClass user) {
    return user.getDirectDependenciesFromSelf().stream()
        .map(dependency -> dependency.getTargetClass().getPackageName())
        .anyMatch(name -> name.startsWith("picocli") || name.startsWith("io.prometheus"));
  }
}
