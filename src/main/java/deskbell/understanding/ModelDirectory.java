package deskbell.understanding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.understanding.linear.Calibration;
import deskbell.understanding.linear.LinearModel;
import deskbell.understanding.linear.LinearVoter;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * A model as files: {@code linear-LANGUAGE.gz} with the weights and {@code calibration.json}. A
 * damaged or missing one is {@link Invalid} and names the file. Blocks for the disk; any thread.
 */
public final class ModelDirectory {
  private static final String SHIPPED = "/deskbell-model/";
  private static final String CALIBRATION = "calibration.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a language was taught. */
  public record Taught(LinearModel model, Calibration calibration) {}

  /** Where the bytes of a file come from. */
  @FunctionalInterface
  private interface Source {
    InputStream open(String name) throws IOException;
  }

  private ModelDirectory() {}

  /** The voters of a directory, or of the shipped model where none is given; one a language. */
  public static Map<Language, IntentVoter> voters(Optional<Path> directory) {
    var source = directory.<Source>map(ModelDirectory::files).orElse(ModelDirectory::shipped);
    var place = directory.map(Path::toString).orElse("the shipped model");
    try {
      return read(source);
    } catch (NoSuchFileException missing) {
      throw new Invalid(place, "has no " + Path.of(missing.getFile()).getFileName(), missing);
    } catch (EOFException | ZipException | JsonProcessingException damaged) {
      throw new Invalid(place, "is damaged: " + damaged.getMessage(), damaged);
    } catch (IOException failure) {
      throw new Invalid(place, "cannot be read: " + failure.getMessage(), failure);
    }
  }

  /** Writes what each language was taught. */
  public static void write(Path directory, Map<Language, Taught> taught) throws IOException {
    Files.createDirectories(directory);
    var calibrations = new TreeMap<String, Calibration>();
    for (var entry : taught.entrySet()) {
      var code = entry.getKey().code();
      calibrations.put(code, entry.getValue().calibration());
      var file = Files.newOutputStream(directory.resolve(weights(code)));
      try (var out = new DataOutputStream(new GZIPOutputStream(new BufferedOutputStream(file)))) {
        entry.getValue().model().write(out);
      }
    }
    var json = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(calibrations);
    Files.writeString(directory.resolve(CALIBRATION), json + "\n");
  }

  private static String weights(String code) {
    return "linear-" + code + ".gz";
  }

  private static Source files(Path directory) {
    return name -> Files.newInputStream(directory.resolve(name));
  }

  private static InputStream shipped(String name) throws IOException {
    var stream = ModelDirectory.class.getResourceAsStream(SHIPPED + name);
    if (stream == null) {
      throw new NoSuchFileException(name);
    }
    return stream;
  }

  private static Map<Language, IntentVoter> read(Source source) throws IOException {
    var voters = new EnumMap<Language, IntentVoter>(Language.class);
    try (var in = source.open(CALIBRATION)) {
      var calibrations = JSON.readTree(in);
      for (var entry : calibrations.properties()) {
        var calibration = JSON.treeToValue(entry.getValue(), Calibration.class);
        var model = model(source, weights(entry.getKey()));
        voters.put(Language.parse(entry.getKey()), new LinearVoter(model, calibration));
      }
    }
    return voters;
  }

  private static LinearModel model(Source source, String name) throws IOException {
    try (var in =
        new DataInputStream(new BufferedInputStream(new GZIPInputStream(source.open(name))))) {
      return LinearModel.read(in);
    }
  }
}
