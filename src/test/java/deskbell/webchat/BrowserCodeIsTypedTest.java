package deskbell.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The browser code is plain JavaScript whose JSDoc types TypeScript checks strictly. The compiler
 * comes from the classpath and runs on the Node that Playwright brings along, so that nobody has to
 * install either.
 */
class BrowserCodeIsTypedTest {
  private static final int SECONDS = 120;

  @TempDir Path folder;

  @Test
  void every_type_in_the_browser_code_holds() throws Exception {
    unpackCompiler();
    assertThat(check("webchat/tsconfig.json")).isEmpty();
  }

  @Test
  void a_wrong_type_would_be_found() throws Exception {
    unpackCompiler();
    Files.writeString(
        folder.resolve("wrong.js"), "/** @type {number} */ export const one = 'two';");
    Files.writeString(
        folder.resolve("tsconfig.json"),
        """
        {"compilerOptions": {"checkJs": true, "allowJs": true, "noEmit": true}, "files": ["wrong.js"]}
        """);
    assertThat(check(folder.resolve("tsconfig.json").toString()))
        .contains("wrong.js(1,36)")
        .contains("Type 'string' is not assignable to type 'number'");
  }

  private String check(String project) throws IOException, InterruptedException {
    var node =
        Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
            .driverDir()
            .resolve("node");
    var output = folder.resolve("output");
    var process =
        new ProcessBuilder(node.toString(), folder.resolve("_tsc.js").toString(), "-p", project)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("tsc ends in time").isTrue();
    return Files.readString(output, StandardCharsets.UTF_8);
  }

  private void unpackCompiler() throws IOException {
    var url =
        getClass().getClassLoader().getResource("META-INF/maven/org.mvnpm/typescript/pom.xml");
    try (var jar = ((JarURLConnection) url.openConnection()).getJarFile()) {
      var compiler = jar.stream().filter(entry -> entry.getName().endsWith("/lib/_tsc.js"));
      try (var code = jar.getInputStream(compiler.findFirst().orElseThrow())) {
        Files.copy(code, folder.resolve("_tsc.js"));
      }
      try (var declarations = jar.getInputStream(jar.getEntry("META-INF/.more.tgz"))) {
        unpackDeclarations(declarations);
      }
    }
  }

  private void unpackDeclarations(InputStream archive) throws IOException {
    try (var tar =
        new TarArchiveInputStream(
            new GzipCompressorInputStream(new BufferedInputStream(archive)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var name = Path.of(entry.getName()).getFileName().toString();
        if (name.matches("lib\\..*d\\.ts")) {
          Files.copy(tar, folder.resolve(name));
        }
      }
    }
  }
}
