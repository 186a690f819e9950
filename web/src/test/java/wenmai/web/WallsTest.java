package wenmai.web;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The walls between modules and packages, as {@code docs/architecture.md} draws them. */
class WallsTest {
  /** What takes values and gives values: no files, no clocks, no engine. */
  private static final String[] PURE = {
    "wenmai.corpus.document..",
    "wenmai.corpus.text..",
    "wenmai.corpus.structure..",
    "wenmai.corpus.reading..",
    "wenmai.corpus.citation..",
    "wenmai.corpus.version..",
    "wenmai.corpus.matter..",
    "wenmai.corpus.search..",
    "wenmai.corpus.trace..",
    "wenmai.analyzers.fold..",
    "wenmai.analyzers.number..",
  };

  /** Rules and word lists are files; the class that loads them is named for what it holds. */
  private static final DescribedPredicate<JavaClass> RULE_LOADERS =
      describe(
          "load rules or word lists",
          type ->
              type.getName()
                  .matches(
                      ".*\\.\\w*(Rules|RuleFile|Words|Names|Templates?|Calendar|Terms|Lexicon|Table|Settings)(\\$.*)?"));

  private static final JavaClasses WENMAI =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("wenmai");

  @Test
  void all_modules_are_seen() {
    assertTrue(WENMAI.size() > 350, "only " + WENMAI.size() + " classes seen");
    Set<String> roots =
        WENMAI.stream()
            .map(type -> type.getPackageName().split("\\.")[1])
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of("analyzers", "corpus", "indexer", "web"), roots);
  }

  @Test
  void modules_depend_one_way() {
    noClasses()
        .that()
        .resideInAPackage("wenmai.analyzers..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("wenmai.corpus..", "wenmai.indexer..", "wenmai.web..")
        .check(WENMAI);
    noClasses()
        .that()
        .resideInAPackage("wenmai.corpus..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("wenmai.indexer..", "wenmai.web..")
        .check(WENMAI);
    noClasses()
        .that()
        .resideInAPackage("wenmai.indexer..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("wenmai.web..")
        .check(WENMAI);
  }

  /**
   * A module's root package is its front door: it may know and be known by every room. Two pairs of
   * rooms share a wall by the nature of what they hold, and count as one: a document holds its
   * citations, and a citation names documents; a query is read into what an engine is asked, in the
   * words of a search, by word or by meaning.
   */
  @ParameterizedTest
  @CsvSource({"analyzers", "corpus", "indexer", "web"})
  void packages_have_no_cycles(String module) {
    slices()
        .assignedFrom(new Rooms("wenmai." + module + "."))
        .should()
        .beFreeOfCycles()
        .check(WENMAI);
  }

  private record Rooms(String module) implements SliceAssignment {
    private static final Map<String, String> SHARED =
        Map.of("citation", "document", "engine", "search", "semantic", "search");

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String room = type.getPackageName();
      if (!room.startsWith(module)) {
        return SliceIdentifier.ignore();
      }
      String name = room.substring(module.length()).split("\\.")[0];
      return SliceIdentifier.of(SHARED.getOrDefault(name, name));
    }

    @Override
    public String getDescription() {
      return "rooms of " + module;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "com.hankcs..            | wenmai.analyzers.segment.hanlp..",
        "org.apache.lucene..     | wenmai.analyzers.., wenmai.corpus.engine.lucene..,"
            + " wenmai.web.bench..",
        "org.apache.tika..       | wenmai.indexer.extract.., wenmai.indexer.worker..",
        "org.apache.poi..        | wenmai.indexer.extract.., wenmai.indexer.worker..,"
            + " wenmai.web.bench.peer..",
        "org.apache.pdfbox..     | wenmai.indexer.extract.., wenmai.indexer.worker..,"
            + " wenmai.web.bench.peer..",
        "java.sql..              | wenmai.corpus.store..",
        "freemarker..            | wenmai.web.render..",
        "org.eclipse.elk..       | wenmai.web.render..",
        "io.javalin..            | wenmai.web..",
        "org.eclipse.jetty..     | wenmai.web.site..",
        "picocli..               | wenmai.web, wenmai.web.command.., wenmai.web.bench..",
        "com.unboundid..         | wenmai.web.identity..",
        "com.nimbusds..          | wenmai.web.identity..",
      })
  void a_foreign_library_is_named_in_its_own_rooms_only(String library, String rooms) {
    noClasses()
        .that(resideOutsideOfPackages(rooms.split("\\s*,\\s*")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library.strip())
        .check(WENMAI);
  }

  @Test
  void pure_packages_touch_neither_files_nor_clocks() {
    noClasses()
        .that(resideInAnyPackage(PURE))
        .and(DescribedPredicate.not(RULE_LOADERS))
        .should()
        .dependOnClassesThat(nameMatching("java\\.nio\\.file\\..*|java\\.io\\.(File|Random).*"))
        .check(WENMAI);
    ArchRule clocks =
        noClasses()
            .that(resideInAnyPackage(PURE))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");
    for (Class<?> time :
        List.of(LocalDate.class, LocalDateTime.class, Instant.class, ZonedDateTime.class)) {
      clocks.check(WENMAI);
      noClasses().that(resideInAnyPackage(PURE)).should().callMethod(time, "now").check(WENMAI);
    }
  }

  @Test
  void the_site_knows_no_indexer() {
    noClasses()
        .that()
        .resideInAPackage("wenmai.web..")
        .and(DescribedPredicate.not(nameMatching("wenmai\\.web\\.Main(\\$.*)?")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("wenmai.indexer..")
        .check(WENMAI);
  }

  @Test
  void settings_are_read_at_the_edge() {
    noClasses()
        .that(DescribedPredicate.not(nameMatching(".*\\.\\w*(Main|Settings)(\\$.*)?")))
        .should()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getProperty", String.class)
        .orShould()
        .callMethod(System.class, "getProperty", String.class, String.class)
        .check(WENMAI);
  }

  /**
   * Nothing fetches: whoever could be made to ask other machines is named here. The command line
   * hands its work to the running site; two libraries ask whom the settings name to vouch for
   * people; benchmarks ask a site of this machine.
   */
  @Test
  void connections_are_opened_in_few_rooms_only() {
    noClasses()
        .that(resideOutsideOfPackages("wenmai.web.command..", "wenmai.web.bench.."))
        .should()
        .dependOnClassesThat(
            nameMatching(
                "java\\.net\\.(http\\..*|URLConnection|HttpURLConnection|JarURLConnection|Socket"
                    + "|ServerSocket|DatagramSocket)|java\\.nio\\.channels\\.(Asynchronous)?"
                    + "(Server)?SocketChannel|javax\\.naming\\..*|java\\.rmi\\..*"))
        .check(WENMAI);
    noClasses()
        .that(resideOutsideOfPackages("wenmai.web.identity..", "wenmai.web.bench.."))
        .should()
        .callMethod(java.net.URL.class, "openStream")
        .orShould()
        .callMethod(java.net.URL.class, "openConnection")
        .check(WENMAI);
  }

  @Test
  void standard_streams_belong_to_the_command_line() {
    noClasses()
        .that(DescribedPredicate.not(nameMatching(".*\\.(Console|\\w*Main)(\\$.*)?")))
        .should(ACCESS_STANDARD_STREAMS)
        .check(WENMAI);
  }

  @Test
  void nobody_throws_a_generic_exception() {
    noClasses().should(THROW_GENERIC_EXCEPTIONS).check(WENMAI);
  }

  @Test
  void nothing_static_changes() {
    fields().that().areStatic().should().beFinal().check(WENMAI);
  }

  @Test
  void names_say_what_a_thing_is() {
    classes()
        .that()
        .areTopLevelClasses()
        .should()
        .haveNameNotMatching(".*(Utils?|Manager|Helper|Impl)")
        .andShould()
        .resideOutsideOfPackages(
            "..util..", "..utils..", "..common..", "..impl..", "..model..", "..service..")
        .check(WENMAI);
  }

  @Test
  void every_package_is_null_marked_and_introduced() {
    Set<String> bare =
        WENMAI.stream()
            .map(JavaClass::getPackage)
            .filter(room -> !isNullMarked(room))
            .map(JavaPackage::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), bare, "packages without a @NullMarked package-info.java");
  }

  private static boolean isNullMarked(JavaPackage room) {
    return room.tryGetPackageInfo()
        .filter(info -> info.isAnnotatedWith(NullMarked.class))
        .isPresent();
  }
}
