package deskbell.dialog.reading;

import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Place;
import deskbell.dialog.reading.FlowReader.Written;
import deskbell.dialog.reading.SharedReader.Shared;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a folder of flow files. Blocks for the disk; any thread. */
public final class FlowFiles {
  /** Bytes that a flow file may have at most. */
  public static final long MAX_BYTES = 256 * 1024;

  private static final String ENDING = ".yaml";

  private final Problems problems = new Problems();

  /**
   * What was read.
   *
   * @param flows those without a problem
   * @param problems of all files, by file and line
   */
  public record Read(List<Flow> flows, List<Problem> problems) {
    public Read {
      flows = List.copyOf(flows);
      problems = List.copyOf(problems);
    }
  }

  private FlowFiles() {}

  /** Reads all flow files of a folder; one that cannot be read is a problem like any other. */
  public static Read read(Path folder) {
    return new FlowFiles().folder(folder);
  }

  private Read folder(Path folder) {
    var files = list(folder);
    var shared =
        files.stream()
            .filter(file -> id(file).equals(SharedReader.ID))
            .findFirst()
            .flatMap(this::yaml)
            .map(value -> new SharedReader(problems).read(value))
            .orElse(Shared.NOTHING);
    var flows = new ArrayList<Written>();
    for (var file : files) {
      if (!id(file).equals(SharedReader.ID)) {
        yaml(file).flatMap(value -> flow(file, value, shared)).ifPresent(flows::add);
      }
    }
    return new Read(new Together(flows, problems).sound(), problems.all());
  }

  private Optional<Written> flow(Path file, Value value, Shared shared) {
    new Shapes(problems).checkName(id(file), value.place(), "the file's name");
    return new FlowReader(problems, shared).read(id(file), value);
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

  private Optional<Value> yaml(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        problems.add(whole(file), "has more than " + MAX_BYTES + " bytes");
        return Optional.empty();
      }
      return Yaml.read(file.toString(), Files.readString(file), problems);
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
