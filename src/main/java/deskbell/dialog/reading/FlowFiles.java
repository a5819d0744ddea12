package deskbell.dialog.reading;

import deskbell.dialog.flow.Edition;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Place;
import deskbell.dialog.reading.FlowReader.Written;
import deskbell.dialog.reading.SharedReader.Shared;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Reads a folder of flow files. Blocks for the disk; any thread. */
public final class FlowFiles {
  /** Bytes that a flow file may have at most. */
  public static final long MAX_BYTES = 256 * 1024;

  private static final String ENDING = ".yaml";

  private final Problems problems = new Problems();

  /** What all flows of a folder share; each edition by itself has its own. */
  private Shared common;

  /**
   * What was read.
   *
   * @param flows those without a problem
   * @param problems of all files, by file and line
   * @param editions the words of the flows without a problem
   * @param spoilt the ids of the others
   */
  public record Read(
      List<Flow> flows, List<Problem> problems, List<Edition> editions, List<String> spoilt) {
    public Read {
      flows = List.copyOf(flows);
      problems = List.copyOf(problems);
      editions = List.copyOf(editions);
      spoilt = List.copyOf(spoilt);
    }
  }

  private FlowFiles() {}

  /** Reads all flow files of a folder; one that cannot be read is a problem like any other. */
  public static Read read(Path folder) {
    return new FlowFiles().folder(folder);
  }

  /** An edition that was sound when it was read; empty where it no longer is. */
  public static Optional<Flow> parse(Edition edition) {
    return new FlowFiles().flow(edition.flow(), edition).map(Written::flow);
  }

  private Read folder(Path folder) {
    var texts = new LinkedHashMap<Path, String>();
    list(folder).forEach(file -> text(file).ifPresent(text -> texts.put(file, text)));
    var shared = folder.resolve(SharedReader.ID + ENDING);
    var sharedText = texts.getOrDefault(shared, "");
    texts.remove(shared);
    common = shared(shared.toString(), sharedText);
    var editions = new LinkedHashMap<String, Edition>();
    var written = new ArrayList<Written>();
    texts.forEach(
        (file, text) -> {
          var edition = new Edition(id(file), text, sharedText);
          editions.put(id(file), edition);
          flow(file.toString(), edition).ifPresent(written::add);
        });
    var sound = new Together(written, problems).sound();
    var ids = sound.stream().map(Flow::id).toList();
    return new Read(
        sound,
        problems.all(),
        ids.stream().map(editions::get).toList(),
        editions.keySet().stream().filter(id -> !ids.contains(id)).toList());
  }

  private Shared shared(String file, String text) {
    return text.isEmpty()
        ? Shared.NOTHING
        : Yaml.read(file, text, problems)
            .map(value -> new SharedReader(problems).read(value))
            .orElse(Shared.NOTHING);
  }

  private Optional<Written> flow(String file, Edition edition) {
    var shared =
        Optional.ofNullable(common).orElseGet(() -> shared(SharedReader.ID, edition.shared()));
    return Yaml.read(file, edition.text(), problems)
        .flatMap(
            value -> {
              new Shapes(problems).checkName(edition.flow(), value.place(), "the file's name");
              return new FlowReader(problems, shared).read(edition, value);
            });
  }

  private List<Path> list(Path folder) {
    try (var entries = Files.list(folder)) {
      var files = entries.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
      if (files.isEmpty()) {
        problems.add(whole(folder), "has no flow files (*.yaml)");
      }
      return files;
    } catch (IOException unreadable) {
      problems.add(whole(folder), "cannot be read: " + unreadable);
      return List.of();
    }
  }

  private Optional<String> text(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        problems.add(whole(file), "has more than " + MAX_BYTES + " bytes");
        return Optional.empty();
      }
      return Optional.of(Files.readString(file));
    } catch (CharacterCodingException _) {
      problems.add(whole(file), "is not UTF-8");
    } catch (IOException unreadable) {
      problems.add(whole(file), "cannot be read: " + unreadable);
    }
    return Optional.empty();
  }

  private static Place whole(Path file) {
    return new Place(file.toString(), 1, 1, "");
  }

  private static String id(Path file) {
    var name = file.getFileName().toString();
    return name.substring(0, name.length() - ENDING.length());
  }
}
