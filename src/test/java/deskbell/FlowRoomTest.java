package deskbell;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Language;
import deskbell.dialog.Act;
import deskbell.dialog.DialogState;
import deskbell.dialog.FlowDialogue;
import deskbell.dialog.Heard;
import deskbell.dialog.Outcome;
import deskbell.dialog.RuleInterpreter;
import deskbell.dialog.flow.Edition;
import deskbell.store.PgEditions;
import deskbell.store.TestDatabase;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class FlowRoomTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String FLOW =
      """
      title: {en: Look, zh: 查}
      triggers: [track_order]
      slots:
        order:
          type: order_number
          question: {en: "Which order?", zh: 哪个？}
          hint: {en: No., zh: 不对。}
          differently: {en: Else., zh: 换。}
      steps:
        - collect: order
        - say: {en: That was long ago., zh: 好久了。}
        - end: seen
      """;

  private final Vertx vertx = Vertx.vertx();
  private final Vertx other = Vertx.vertx();
  private final List<FlowRoom> rooms = new ArrayList<>();
  @TempDir Path folder;

  @AfterEach
  void stop() throws Exception {
    rooms.forEach(FlowRoom::close);
    vertx.close().await(LIMIT.toSeconds(), SECONDS);
    other.close().await(LIMIT.toSeconds(), SECONDS);
  }

  @Test
  void a_file_with_mistakes_takes_no_other_flow_down() throws Exception {
    write("look", FLOW);
    write("broken", FLOW.replace("collect: order", "collect: ordr"));
    assertThat(open().flows().all()).extracting(flow -> flow.id()).containsExactly("look");
  }

  @Test
  void a_changed_flow_is_read_again_and_who_is_in_it_finishes_as_it_began() throws Exception {
    write("look", FLOW);
    var room = open();
    var dialogue = new FlowDialogue(room::flows);
    var asked = dialogue.start(DialogState.IDLE, "look", heard("where is my parcel"));

    write("look", FLOW.replace("That was long ago.", "That is new."));
    until(() -> text(room, "look").contains("That is new."));

    var answer = heard("LL20481234");
    assertThat(words(dialogue.hear(asked.state(), answer))).containsExactly("That was long ago.");
    var begun = dialogue.start(DialogState.IDLE, "look", heard("where is my parcel"));
    assertThat(words(dialogue.hear(begun.state(), answer))).containsExactly("That is new.");

    var restarted = new FlowDialogue(open()::flows);
    assertThat(words(restarted.hear(asked.state(), answer))).containsExactly("That was long ago.");
  }

  @Test
  void a_file_that_is_broken_later_leaves_its_last_sound_edition_in_use() throws Exception {
    write("keep", FLOW);
    write("other", FLOW.replace("track_order", "invoice"));
    var room = open();
    write("keep", FLOW.replace("end: seen", "ends: seen"));
    write("other", FLOW.replace("track_order", "delivery_late"));
    until(() -> !room.flows().startedBy("delivery_late").isEmpty());
    assertThat(room.flows().startedBy("track_order")).containsExactly("keep");
    assertThat(open().flows().startedBy("track_order")).containsExactly("keep");

    Files.delete(folder.resolve("keep.yaml"));
    until(() -> room.flows().startedBy("track_order").isEmpty());
    assertThat(room.flows().flow("other")).isPresent();
  }

  @Test
  void what_one_node_reads_every_node_uses(@TempDir Path elsewhere) throws Exception {
    write("look", FLOW);
    var here = open();
    Files.writeString(elsewhere.resolve("look.yaml"), FLOW);
    var there = open(other, elsewhere);
    var dialogue = new FlowDialogue(there::flows);
    var asked = dialogue.start(DialogState.IDLE, "look", heard("where is my parcel"));

    write("look", FLOW.replace("That was long ago.", "That is new."));
    write("more", FLOW.replace("track_order", "invoice"));
    until(() -> text(there, "look").contains("That is new."));

    var answer = heard("LL20481234");
    assertThat(there.flows().startedBy("invoice")).containsExactly("more");
    assertThat(words(dialogue.hear(asked.state(), answer))).containsExactly("That was long ago.");
    var begun = new FlowDialogue(here::flows);
    var fresh = begun.start(DialogState.IDLE, "look", heard("where is my parcel"));
    assertThat(words(dialogue.hear(fresh.state(), answer))).containsExactly("That is new.");
  }

  @Test
  void a_publication_is_told_over_the_event_bus(@TempDir Path elsewhere) throws Exception {
    write("look", FLOW);
    open();
    var told = new LinkedBlockingQueue<Long>();
    vertx.eventBus().<Long>consumer("deskbell.flows.published", number -> told.add(number.body()));
    Files.writeString(elsewhere.resolve("look.yaml"), FLOW.replace("long ago", "long, long ago"));
    open(vertx, elsewhere);
    assertThat(told.poll(LIMIT.toSeconds(), SECONDS)).isPositive();
  }

  @Test
  void an_edition_that_cannot_be_read_here_leaves_the_nodes_own_in_use() throws Exception {
    write("look", FLOW);
    var room = open();
    var foreign = new Edition("look", FLOW.replace("end: seen", "finish: seen"), "");
    var sound = new Edition("other", FLOW.replace("track_order", "invoice"), "");
    new PgEditions(database.open(vertx))
        .publish(List.of(foreign, sound))
        .await(LIMIT.toSeconds(), SECONDS);
    until(() -> room.flows().flow("other").isPresent());
    assertThat(room.flows().startedBy("track_order")).containsExactly("look");
  }

  private FlowRoom open() throws Exception {
    return open(vertx, folder);
  }

  private FlowRoom open(Vertx node, Path files) throws Exception {
    var room =
        FlowRoom.open(node, files, new PgEditions(database.open(node)))
            .await(LIMIT.toSeconds(), SECONDS);
    rooms.add(room);
    return room;
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name + ".yaml"), text);
  }

  private static String text(FlowRoom room, String flow) {
    return room.flows().flow(flow).orElseThrow().steps().values().toString();
  }

  private static List<String> words(Outcome outcome) {
    return outcome.acts().stream()
        .filter(Act.Say.class::isInstance)
        .map(act -> ((Act.Say) act).reply().text())
        .toList();
  }

  private static Heard heard(String text) {
    return new Heard(
        new RuleInterpreter().understand(text, Optional.of(Language.EN)),
        Optional.empty(),
        Optional.empty(),
        ZonedDateTime.of(2026, 11, 24, 12, 0, 0, 0, ZoneOffset.UTC));
  }

  private static void until(BooleanSupplier holds) throws InterruptedException {
    var deadline = System.nanoTime() + LIMIT.toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for " + LIMIT).isLessThan(deadline);
      Thread.sleep(50);
    }
  }
}
