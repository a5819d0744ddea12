package deskbell.understanding;

import com.fasterxml.jackson.core.JsonProcessingException;
import deskbell.conversation.Invalid;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * The files of a model: a folder's, or the shipped ones on the classpath. Whatever is wrong with
 * one is {@link Invalid} and names it. Blocks for the disk; any thread.
 */
final class ModelFiles {
  private static final String SHIPPED = "/deskbell-model/";

  private final Optional<Path> folder;

  private ModelFiles(Optional<Path> folder) {
    this.folder = folder;
  }

  /** Takes in one file. */
  @FunctionalInterface
  interface Reader<T> {
    T read(InputStream in) throws IOException;
  }

  /** The files of a folder; without one those that ship. */
  static ModelFiles of(Optional<Path> folder) {
    folder
        .filter(path -> !Files.isDirectory(path))
        .ifPresent(
            path -> {
              throw new Invalid("model", "is " + path + "; that is no folder");
            });
    return new ModelFiles(folder);
  }

  /** Whether there is a file of this name. */
  boolean holds(String name) {
    return folder
        .map(path -> Files.exists(path.resolve(name)))
        .orElseGet(() -> ModelFiles.class.getResource(SHIPPED + name) != null);
  }

  /** What stands in a file. */
  <T> T read(String name, Reader<T> reader) {
    try (var in = open(name)) {
      return reader.read(in);
    } catch (NoSuchFileException missing) {
      throw new Invalid(place(), "has no " + name, missing);
    } catch (Invalid broken) {
      throw damaged(name, broken.getMessage(), broken);
    } catch (EOFException | ZipException cut) {
      throw damaged(name, Objects.requireNonNullElse(cut.getMessage(), "it ends early"), cut);
    } catch (JsonProcessingException malformed) {
      throw damaged(name, explained(malformed), malformed);
    } catch (IOException failure) {
      throw new Invalid(file(name), "cannot be read: " + failure.getMessage(), failure);
    }
  }

  /** A file that does not say what it should. */
  Invalid damaged(String name, String why, Exception cause) {
    return new Invalid(file(name), "is damaged: " + why, cause);
  }

  private static String explained(JsonProcessingException malformed) {
    var line = malformed.getLocation() == null ? 1 : malformed.getLocation().getLineNr();
    var why =
        malformed.getCause() instanceof Invalid broken
            ? broken.getMessage()
            : malformed.getOriginalMessage().lines().findFirst().orElse("");
    return "line " + line + ": " + why;
  }

  private InputStream open(String name) throws IOException {
    if (folder.isPresent()) {
      return Files.newInputStream(folder.get().resolve(name));
    }
    var stream = ModelFiles.class.getResourceAsStream(SHIPPED + name);
    if (stream == null) {
      throw new NoSuchFileException(name);
    }
    return stream;
  }

  private String place() {
    return folder.map(Path::toString).orElse("the shipped model");
  }

  private String file(String name) {
    return folder.map(path -> path.resolve(name).toString()).orElse("the shipped model's " + name);
  }
}
