package deskbell.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.rehearsal.RuleRehearsal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowsPageTest {
  @Test
  void the_flow_on_the_page_about_flows_works(@TempDir Path folder) throws IOException {
    var page = Files.readString(Path.of("src/docs/flows.md"));
    var start = page.indexOf("```yaml\n") + "```yaml\n".length();
    Files.writeString(
        folder.resolve("trade-quote.yaml"), page.substring(start, page.indexOf("```", start)));
    Files.copy(Path.of("dialog-flows/shared.yaml"), folder.resolve("shared.yaml"));

    var flows = Flows.load(folder);
    var verdicts = RuleRehearsal.of(flows).runAll(flows);

    assertThat(verdicts).hasSize(2).allSatisfy(verdict -> assertThat(verdict.report()).isEmpty());
  }
}
