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
import java.util.Collection;
import java.util.HashMap;
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

  private final List<String> names;
  private final Map<String, Row> rows;

  private Topics(List<String> names, Map<String, Row> rows) {
    this.names = List.copyOf(names);
    this.rows = rows;
  }

  /** A feature's weight in every topic, in 8 bits each. */
  private static final class Row {
    private final float scale;
    private final byte[] values;

    Row(float scale, byte[] values) {
      this.scale = scale;
      this.values = values;
    }

    float weight(int topic) {
      return scale * values[topic];
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
    return rows.containsKey("w" + word);
  }

  /** The features of a text that the model weighs. */
  public static Set<String> features(Terms terms) {
    var features = new LinkedHashSet<String>();
    terms.concepts().forEach(concept -> features.add("c" + concept));
    terms.words().forEach(word -> features.add("w" + word));
    terms.grams().forEach(gram -> features.add("g" + gram));
    for (var i = 0; i + 1 < terms.concepts().size(); i++) {
      features.add("p" + terms.concepts().get(i) + " " + terms.concepts().get(i + 1));
    }
    return features;
  }

  /** How likely each topic is for a text. */
  public TopicMix of(Terms terms) {
    return ofFeatures(features(terms));
  }

  /** How likely each topic is for a text of these {@link #features}. */
  public TopicMix ofFeatures(Collection<String> features) {
    var scores = new float[names.size()];
    var known = 0;
    for (var feature : features) {
      var row = rows.get(feature);
      if (row != null) {
        known++;
        for (var topic = 0; topic < scores.length; topic++) {
          scores[topic] += row.weight(topic);
        }
      }
    }
    var scale = known == 0 ? 0 : 1 / (float) Math.sqrt(known);
    for (var topic = 0; topic < scores.length; topic++) {
      scores[topic] *= scale;
    }
    return TopicMix.softmax(scores);
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
