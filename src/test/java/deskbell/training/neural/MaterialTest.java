package deskbell.training.neural;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.neural.Part;
import deskbell.neural.Prompt;
import deskbell.neural.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaterialTest {
  @TempDir private Path folder;

  @Test
  void follow_ups_replies_and_articles_become_pairs() throws IOException {
    write(
        "rewrite/en-training.jsonl",
        """
        {"values":"place","of":["France","Spain"]}
        {"ask":"What is delivery to {place}?","topic":"delivery"}
        {"instead":"place","follow":["And to {place}?"]}
        {"alone":["thanks"]}
        """);
    write(
        "replies/en-validation.jsonl",
        "{\"article\":\"cost\",\"questions\":[\"Price?\"],\"replies\":[\"It is £3.95.\"]}");
    write(
        "articles/en/cost.md",
        "---\nquestion: How much is delivery?\nalso: [What is postage?]\n---\nIt costs £3.95.\n");

    var material = Material.read(folder, folder.resolve("articles"), List.of());

    assertThat(material.training())
        .filteredOn(pair -> pair.task() == Task.REWRITE)
        .contains(
            new Pair(
                Task.REWRITE,
                new Prompt(" and to spain?", List.of(" what is delivery to france?"), List.of()),
                List.of(new Part("last", " france"), new Part("by", " spain"))));
    assertThat(material.training())
        .filteredOn(pair -> pair.task() == Task.QUESTION)
        .extracting(Pair::answer)
        .containsExactly(
            List.of(Part.plain("how much is delivery?")), List.of(Part.plain("what is postage?")));
    assertThat(material.validation())
        .containsExactly(
            Pair.plain(
                Task.REPLY,
                new Prompt("price?", List.of(), List.of("It costs {1}.")),
                "It is {1}."),
            Pair.plain(Task.QUESTION, Prompt.of("it costs £3.95."), "price?"));
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
