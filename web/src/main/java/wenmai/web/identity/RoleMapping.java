package wenmai.web.identity;

import com.typesafe.config.Config;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import wenmai.corpus.Reader.Role;

/**
 * Which groups elsewhere have which role here (角色对应). Of several the highest counts; {@code *} is
 * everybody.
 */
public record RoleMapping(Map<Role, Set<String>> groups) {
  private static final String EVERYBODY = "*";
  private static final List<Role> HIGHEST_FIRST = List.of(Role.ADMIN, Role.STAFF, Role.READER);

  public RoleMapping {
    groups = Map.copyOf(groups);
  }

  /**
   * Reads {@code roles.admin}, {@code roles.staff} and {@code roles.reader}.
   *
   * @param normal brings a group's name into the form in which names are compared
   */
  static RoleMapping read(Config config, UnaryOperator<String> normal) {
    Map<Role, Set<String>> groups = new EnumMap<>(Role.class);
    for (Role role : HIGHEST_FIRST) {
      String key = "roles." + role.name().toLowerCase(java.util.Locale.ROOT);
      if (config.hasPath(key)) {
        groups.put(
            role,
            config.getStringList(key).stream()
                .map(name -> name.equals(EVERYBODY) ? name : normal.apply(name))
                .collect(Collectors.toUnmodifiableSet()));
      }
    }
    if (groups.values().stream().allMatch(Set::isEmpty)) {
      throw new IllegalArgumentException(
          "roles names no group, so nobody could sign in; name some under roles.reader,"
              + " roles.staff or roles.admin, or \"*\" for everybody");
    }
    return new RoleMapping(groups);
  }

  /**
   * What somebody of these groups may do; nothing where none of them counts.
   *
   * @param held in the form in which names are compared
   */
  Optional<Role> of(Collection<String> held) {
    return HIGHEST_FIRST.stream()
        .filter(role ->
            groups.getOrDefault(role, Set.of()).stream()
                .anyMatch(group -> group.equals(EVERYBODY) || held.contains(group)))
        .findFirst();
  }
}
