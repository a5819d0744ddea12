package deskbell.neural;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import deskbell.conversation.Invalid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * Cuts text into tokens and puts it together again, whatever characters it is made of. Reads
 * Hugging Face's {@code tokenizer.json}. Any thread, until it is closed.
 */
public final class Tokenizer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> OPTIONS =
      Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");

  private final HuggingFaceTokenizer cutter;
  private final int size;

  private Tokenizer(HuggingFaceTokenizer cutter, int size) {
    this.cutter = cutter;
    this.size = size;
  }

  /** Reads a tokenizer; a damaged one or one with other marks is {@link Invalid}. */
  public static Tokenizer read(String json) {
    try {
      var vocabulary = JSON.readTree(json).path("model").path("vocab");
      var names = Pieces.names();
      for (int id = 0; id < names.size(); id++) {
        if (vocabulary.path(names.get(id)).asInt(-1) != id) {
          throw new Invalid("vocab", "has no " + names.get(id) + " with the id " + id);
        }
      }
      System.setProperty("ai.djl.offline", "true");
      var cutter =
          HuggingFaceTokenizer.newInstance(
              new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), OPTIONS);
      return new Tokenizer(cutter, vocabulary.size());
    } catch (JsonProcessingException malformed) {
      throw new Invalid("tokenizer", "is not JSON: " + malformed.getOriginalMessage(), malformed);
    } catch (IOException | RuntimeException damaged) {
      if (damaged instanceof Invalid invalid) {
        throw invalid;
      }
      throw new Invalid("tokenizer", "is damaged: " + damaged.getMessage(), damaged);
    }
  }

  /** The tokens of a text; marks written out in it stay text. */
  public int[] encode(String text) {
    var ids = cutter.encode(text, false, false).getIds();
    return Arrays.stream(ids).mapToInt(id -> (int) id).toArray();
  }

  /** The text of tokens; marks among them are left out. */
  public String decode(int... ids) {
    var text =
        Arrays.stream(ids)
            .filter(id -> id >= Pieces.ofByte(0) && id < size)
            .asLongStream()
            .toArray();
    return text.length == 0 ? "" : cutter.decode(text, false);
  }

  /** How many tokens there are. */
  public int size() {
    return size;
  }

  @Override
  public void close() {
    cutter.close();
  }
}
