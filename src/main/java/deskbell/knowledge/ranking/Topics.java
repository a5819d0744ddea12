package deskbell.knowledge.ranking;

import deskbell.conversation.Language;
import deskbell.knowledge.text.Terms;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A linear model of what a shop's customers write about: a text in, a distribution over service
 * topics out. It knows that "the earbud is dead" and "the kettle won't switch on" are about the
 * same thing, though they share no word. Question and phrasings are compared by it, so it serves
 * any shop's articles, whatever intents they name. Immutable; any thread.
 */
public final class Topics {
  /** The topic of what a shop is not asked. */
  public static final String FOREIGN = "out_of_scope";

  private static final int FORMAT = 1;
  private static final Map<Language, Topics> SHIPPED = new ConcurrentHashMap<>();

  private static final char CONCEPT = 'c';
  private static final char WORD = 'w';
  private static final char GRAM = 'g';
  private static final char PAIR = 'p';

  private final List<String> names;
  private final Map<String, Row> rows;
  private final Map<Character, Map<String, Row>> byKind = new HashMap<>();

  private Topics(List<String> names, Map<String, Row> rows) {
    this.names = List.copyOf(names);
    this.rows = rows;
    List.of(CONCEPT, WORD, GRAM, PAIR).forEach(kind -> byKind.put(kind, new HashMap<>()));
    rows.forEach((feature, row) -> ofKind(feature.charAt(0)).put(feature.substring(1), row));
  }

  private Map<String, Row> ofKind(char kind) {
    return byKind.get(kind);
  }

  /** A feature's weight in every topic, in 8 bits each. */
  private static final class Row {
    private final float scale;
    private final byte[] values;

    Row(float scale, byte[] values) {
      this.scale = scale;
      this.values = values;
    }

    void addTo(float[] scores) {
      for (var topic = 0; topic < scores.length; topic++) {
        scores[topic] += scale * values[topic];
      }
    }
  }

  /** The model of a language that ships with Deskbell, read once. */
  public static Topics shipped(Language language) {
    return SHIPPED.computeIfAbsent(language, Topics::load);
  }

  private static Topics load(Language language) {
    var resource = "topics-" + language.code() + ".bin";
    try (var stream = Topics.class.getResourceAsStream(resource)) {
      return read(stream);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(resource + " cannot be read from the program", unreadable);
    }
  }

  /** A model from trained weights, by feature, each as long as the names. */
  public static Topics of(List<String> names, Map<String, float[]> weights) {
    var rows = new HashMap<String, Row>();
    weights.forEach((feature, values) -> rows.put(feature, quantised(values)));
    return new Topics(names, rows);
  }

  /** The topics that a distribution is over, in its order. */
  public List<String> names() {
    return names;
  }

  /** The share of the topic that stands for everything a shop is not asked; 0 without one. */
  float foreign(TopicMix mix) {
    var topic = names.indexOf(FOREIGN);
    return topic < 0 ? 0 : mix.share(topic);
  }

  /** True where the word occurred in what the model was trained on. */
  boolean knowsWord(String word) {
    return ofKind(WORD).containsKey(word);
  }

  /** The features of a text that the model weighs. */
  public static Set<String> features(Terms terms) {
    var features = new LinkedHashSet<String>();
    terms.concepts().forEach(concept -> features.add(CONCEPT + concept));
    terms.words().forEach(word -> features.add(WORD + word));
    terms.grams().forEach(gram -> features.add(GRAM + gram));
    pairs(terms.concepts()).forEach(pair -> features.add(PAIR + pair));
    return features;
  }

  private static List<String> pairs(List<String> concepts) {
    var pairs = new ArrayList<String>();
    for (var i = 0; i + 1 < concepts.size(); i++) {
      pairs.add(concepts.get(i) + " " + concepts.get(i + 1));
    }
    return pairs;
  }

  /** How likely each topic is for a text. */
  public TopicMix of(Terms terms) {
    var scores = new float[names.size()];
    var known =
        add(terms.concepts(), ofKind(CONCEPT), scores)
            + add(terms.words(), ofKind(WORD), scores)
            + add(terms.grams(), ofKind(GRAM), scores)
            + add(pairs(terms.concepts()), ofKind(PAIR), scores);
    var scale = known == 0 ? 0 : 1 / (float) Math.sqrt(known);
    for (var topic = 0; topic < scores.length; topic++) {
      scores[topic] *= scale;
    }
    return TopicMix.softmax(scores);
  }

  /** Adds the weights of terms, each counted once, and says how many are known. */
  private static int add(List<String> terms, Map<String, Row> weights, float[] scores) {
    var seen = HashSet.<Row>newHashSet(terms.size());
    for (var term : terms) {
      var row = weights.get(term);
      if (row != null && seen.add(row)) {
        row.addTo(scores);
      }
    }
    return seen.size();
  }

  private static Row quantised(float[] values) {
    var largest = 0f;
    for (var value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    var bytes = new byte[values.length];
    for (var i = 0; i < values.length && largest > 0; i++) {
      bytes[i] = (byte) Math.round(values[i] / largest * Byte.MAX_VALUE);
    }
    return new Row(largest / Byte.MAX_VALUE, bytes);
  }

  /** Reads what {@link #write} wrote. */
  public static Topics read(InputStream stream) throws IOException {
    try (var in = new DataInputStream(new GZIPInputStream(stream))) {
      var format = in.readInt();
      if (format != FORMAT) {
        throw new IOException("topics have format " + format + "; known: " + FORMAT);
      }
      var names = new ArrayList<String>();
      for (var left = in.readInt(); left > 0; left--) {
        names.add(in.readUTF());
      }
      var rows = new HashMap<String, Row>();
      for (var left = in.readInt(); left > 0; left--) {
        rows.put(in.readUTF(), new Row(in.readFloat(), in.readNBytes(names.size())));
      }
      return new Topics(names, rows);
    }
  }

  /** Writes the model, the same bytes for the same weights. */
  public void write(OutputStream stream) throws IOException {
    try (var out = new DataOutputStream(new GZIPOutputStream(stream))) {
      out.writeInt(FORMAT);
      out.writeInt(names.size());
      for (var name : names) {
        out.writeUTF(name);
      }
      out.writeInt(rows.size());
      for (var feature : rows.keySet().stream().sorted().toList()) {
        out.writeUTF(feature);
        out.writeFloat(rows.get(feature).scale);
        out.write(rows.get(feature).values);
      }
    }
  }
}
