package org.kith.rules;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Command;
import org.kith.command.DraftField;
import org.kith.command.MessageRef;
import org.kith.command.Pictured;

/**
 * Every field that somebody can fill, found in the records of the commands themselves: a field that
 * is added is in here by itself.
 *
 * @param ids the number or id that a command is about, by the command's and the field's name
 */
record Fields(Ids ids) {
  private static final MessageRef MESSAGE =
      new MessageRef(new Place(Platform.BROWSER, "maple-street", ""), "m1");

  /** What a platform says of messages and photos; the words with a photo have rows of their own. */
  private static final Set<Class<?>> NOT_TYPED =
      Set.of(MessageRef.class, Pictured.class, Command.class);

  /** What stands in the fields that are not looked at. */
  interface Ids {
    long of(String command, String field);
  }

  /**
   * One field.
   *
   * @param path the way to it, such as {@code NeedHelp.ask.Options.near}
   * @param words true if it takes words, false if it takes a number
   * @param with the command with this in the field, and all else as it should be
   */
  record Field(String path, boolean words, Function<Object, Command> with) {
    @Override
    public String toString() {
      return path;
    }
  }

  /** All fields of all commands. */
  List<Field> all() {
    return Stream.of(Command.class.getPermittedSubclasses())
        .flatMap(command -> made(command, command.getSimpleName()).stream())
        .map(one ->
            new Field(one.path, one.leaf == String.class, value -> (Command) one.with(value)))
        .toList();
  }

  /** A value with one leaf left open. */
  private record Made(String path, Class<?> leaf, Function<Object, Object> fill) {
    Object with(Object value) {
      return fill.apply(value);
    }
  }

  private List<Made> made(Type type, String path) {
    if (type instanceof ParameterizedType map) {
      Class<?> key = (Class<?>) map.getActualTypeArguments()[0];
      return Stream.of(key.getEnumConstants())
          .map(one -> new Made(path + "." + one, String.class, value -> Map.of(one, value)))
          .toList();
    }
    Class<?> plain = (Class<?>) type;
    if (NOT_TYPED.contains(plain)) {
      return List.of();
    }
    if (plain == String.class || plain == Integer.class || plain == int.class) {
      return List.of(new Made(path, plain, value -> value));
    }
    if (plain == long.class) {
      return List.of(new Made(path, plain, value -> ((Number) value).longValue()));
    }
    if (plain.isSealed()) {
      return Stream.of(plain.getPermittedSubclasses())
          .flatMap(one -> made(one, path + "." + one.getSimpleName()).stream())
          .toList();
    }
    return plain.isRecord() ? fields(plain, path) : List.of();
  }

  private List<Made> fields(Class<?> type, String path) {
    RecordComponent[] components = type.getRecordComponents();
    List<Made> found = new ArrayList<>();
    for (Object chosen : choices(components)) {
      String way = chosen instanceof DraftField ? path + "." + chosen : path;
      for (int i = 0; i < components.length; i++) {
        int at = i;
        for (Made leaf :
            made(components[i].getGenericType(), way + "." + components[i].getName())) {
          Function<Object, Object> fill = value -> with(type, path, chosen, at, leaf.with(value));
          found.add(new Made(leaf.path, leaf.leaf, fill));
        }
      }
    }
    return found;
  }

  /** The fields of a draft one by one; of any other choice one will do. */
  private static List<?> choices(RecordComponent... components) {
    boolean drafts = Stream.of(components).anyMatch(one -> one.getType() == DraftField.class);
    return drafts ? List.of(DraftField.values()) : List.of("");
  }

  private Object with(Class<?> type, String path, Object chosen, int at, Object value) {
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      boolean isChosen = components[i].getType() == chosen.getClass() && i != at;
      values[i] = i == at ? value : isChosen ? chosen : example(components[i], path);
    }
    return construct(type, values);
  }

  private @Nullable Object example(RecordComponent component, String path) {
    if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      return null;
    }
    return example(component.getType(), path, component.getName());
  }

  private Object example(Class<?> type, String path, String name) {
    if (type == String.class) {
      return "Bread";
    }
    if (type == boolean.class) {
      return false;
    }
    if (type == Map.class) {
      return Map.of();
    }
    if (type == MessageRef.class) {
      return MESSAGE;
    }
    long id = ids.of(path.replaceFirst("\\..*", ""), name);
    if (type == int.class) {
      return (int) id;
    }
    if (type == long.class) {
      return id;
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    return type.isSealed()
        ? example(type.getPermittedSubclasses()[0], path, name)
        : construct(
            type,
            Arrays.stream(type.getRecordComponents()).map(one -> example(one, path)).toArray());
  }

  private static Object construct(Class<?> type, @Nullable Object... values) {
    Class<?>[] types =
        Stream.of(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no " + type + " of " + Arrays.toString(values), e);
    }
  }
}
