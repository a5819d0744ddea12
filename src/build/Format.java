import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Checks or applies the code's formatting: {@code Format.java check|apply FOLDER}. */
class Format {
  public static void main(String... args) throws Exception {
    var options =
        args[0].equals("apply")
            ? List.of("--replace")
            : List.of("--dry-run", "--set-exit-if-changed");
    var arguments = new ArrayList<>(options);
    arguments.addAll(javaFiles(Path.of(args[1])));
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    var status = new Main(out, err, System.in).format(arguments.toArray(String[]::new));
    if (status != 0) {
      err.println("formatting: the files named above differ; run src/build/format to mend them");
    }
    System.exit(status);
  }

  private static List<String> javaFiles(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.map(Path::toString).filter(name -> name.endsWith(".java")).sorted().toList();
    }
  }
}
