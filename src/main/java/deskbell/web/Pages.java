package deskbell.web;

import deskbell.conversation.Invalid;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where browser code comes from. Shared by all threads. */
@FunctionalInterface
public interface Pages {
  /** The folder on the classpath that the build copies {@code webchat/} to. */
  String CLASSPATH_FOLDER = "deskbell-webchat";

  /** The page at a path such as {@code widget/chat.js}; empty where there is none. */
  Future<Optional<Page>> find(String path);

  /** The folder that the settings name, else what was built. Blocks while reading. */
  static Pages of(Vertx vertx, WebSettings settings) {
    return settings.pages().map(folder -> live(vertx, folder)).orElseGet(Pages::built);
  }

  /** The files of a folder as they are at each moment, for whoever works on them. */
  static Pages live(Vertx vertx, Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new Invalid("pages", "is " + folder + ", which is no folder");
    }
    return path -> vertx.executeBlocking(() -> read(folder, folder.resolve(path)), false);
  }

  /** The files on the classpath, read once. */
  static Pages built() {
    var folder = Pages.class.getClassLoader().getResource(CLASSPATH_FOLDER);
    if (folder == null) {
      throw new IllegalStateException(CLASSPATH_FOLDER + " is not on the classpath; build first");
    }
    try {
      var uri = folder.toURI();
      return uri.getScheme().equals("jar") ? ofJar(uri) : frozen(Path.of(uri));
    } catch (URISyntaxException | IOException failure) {
      throw new IllegalStateException(folder + " cannot be read", failure);
    }
  }

  private static Pages ofJar(URI uri) throws IOException {
    try (var jar = FileSystems.newFileSystem(uri, Map.of())) {
      return frozen(jar.getPath(CLASSPATH_FOLDER));
    }
  }

  private static Pages frozen(Path folder) throws IOException {
    var pages = new TreeMap<String, Page>();
    try (var files = Files.walk(folder)) {
      for (var file : files.toList()) {
        read(folder, file).ifPresent(page -> pages.put(name(folder, file), page));
      }
    }
    return path -> Future.succeededFuture(Optional.ofNullable(pages.get(path)));
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static Optional<Page> read(Path folder, Path file) {
    if (!file.normalize().startsWith(folder) || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    return Page.type(file.getFileName().toString()).map(type -> Page.of(type, bytes(file)));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
