package deskbell.training.neural;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import deskbell.neural.Pieces;
import deskbell.training.neural.Merges.Pair;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Learns the tokens of a vocabulary from texts and writes Hugging Face's {@code tokenizer.json}:
 * byte pair encoding over characters, in which a character that is not known is spelled in its
 * bytes (Sennrich 2016, Kudo 2018). The same texts give the same file.
 */
public final class TokenizerTrainer {
  /** Tokens that a vocabulary has at most. */
  public static final int MOST_TOKENS = 8_000;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LEAST_OF_CHARACTER = 2;
  private static final int LEAST_OF_PAIR = 4;
  private static final int LEAST_OF_PLACEHOLDER = 3;

  private final int most;

  /** A trainer of vocabularies of this size or less. */
  public TokenizerTrainer(int most) {
    this.most = most;
  }

  /** The file for texts in their plain form. */
  public String train(Collection<String> texts) {
    Map<String, Long> counted =
        texts.stream()
            .flatMap(text -> Words.of(text).stream())
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    var tokens = new LinkedHashSet<>(Pieces.names());
    counted.forEach(
        (word, count) -> {
          if (word.startsWith("{") && word.endsWith("}") && count >= LEAST_OF_PLACEHOLDER) {
            tokens.add(word);
          }
        });
    tokens.addAll(characters(counted));
    var words = new LinkedHashMap<String, Long>();
    counted.forEach(
        (word, count) -> {
          if (!tokens.contains(word) && tokens.containsAll(Merges.characters(word))) {
            words.put(word, count);
          }
        });
    var merges = Merges.of(words, most - tokens.size(), LEAST_OF_PAIR);
    merges.forEach(pair -> tokens.add(pair.joined()));
    return file(tokens, merges);
  }

  private static Collection<String> characters(Map<String, Long> words) {
    var counts = new TreeMap<String, Long>();
    words.forEach(
        (word, count) ->
            Merges.characters(word).forEach(one -> counts.merge(one, count, Long::sum)));
    counts.values().removeIf(count -> count < LEAST_OF_CHARACTER);
    return counts.keySet();
  }

  private static String file(Collection<String> tokens, List<Pair> merges) {
    var json = JSON.createObjectNode().put("version", "1.0");
    json.putNull("truncation").putNull("padding").putArray("added_tokens");
    json.putNull("normalizer");
    json.set("pre_tokenizer", cutting());
    json.putNull("post_processor");
    json.set("decoder", JSON.createObjectNode().put("type", "Sequence"));
    var decoders = json.withObject("/decoder").putArray("decoders");
    decoders.addObject().put("type", "ByteFallback");
    decoders.addObject().put("type", "Fuse");
    var model = json.putObject("model").put("type", "BPE");
    model.putNull("dropout").putNull("unk_token").putNull("continuing_subword_prefix");
    model.putNull("end_of_word_suffix").put("fuse_unk", false).put("byte_fallback", true);
    model.put("ignore_merges", true);
    var vocabulary = model.putObject("vocab");
    tokens.forEach(token -> vocabulary.put(token, vocabulary.size()));
    var pairs = model.putArray("merges");
    merges.forEach(pair -> pairs.addArray().add(pair.left()).add(pair.right()));
    return text(json);
  }

  private static ObjectNode cutting() {
    var cutting = JSON.createObjectNode().put("type", "Split");
    cutting.putObject("pattern").put("Regex", Words.PATTERN);
    return cutting.put("behavior", "Isolated").put("invert", false);
  }

  private static String text(ObjectNode json) {
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of nodes has no JSON", impossible);
    }
  }
}
