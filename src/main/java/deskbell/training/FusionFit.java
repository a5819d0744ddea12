package deskbell.training;

import deskbell.understanding.Distribution;
import deskbell.understanding.Fusion;
import deskbell.understanding.IntentVoter;
import deskbell.understanding.Utterance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the fusion under which validation examples are likeliest, for every group of voters, by
 * {@link CoordinateDescent}. A small pull towards equal weights of sum 1 keeps few examples from
 * certainty.
 */
public final class FusionFit {
  private static final double PULL = 2e-3;
  private static final double FIRST_STEP = 0.5;

  private final List<String> voters;
  private final List<String> intents;
  private final List<Ballot> ballots;

  /** What each voter says of a text, and what it means. */
  public record Ballot(Map<String, Distribution> opinions, String intent) {
    /** Keeps its own copy. */
    public Ballot {
      opinions = Map.copyOf(opinions);
    }
  }

  private FusionFit(List<String> voters, List<String> intents, List<Ballot> ballots) {
    this.voters = voters;
    this.intents = intents;
    this.ballots = ballots;
  }

  /** The fusion of each group of these voters, by what they say of validation examples. */
  public static Map<Set<String>, Fusion> of(
      List<IntentVoter> voters, List<Example> validation, Utterances utterances) {
    var ballots =
        validation.stream()
            .map(example -> ballot(voters, utterances.of(example), example.intent()))
            .toList();
    return ofGroups(voters.getFirst().intents(), ballots);
  }

  private static Ballot ballot(List<IntentVoter> voters, Utterance utterance, String intent) {
    var opinions = new HashMap<String, Distribution>();
    voters.forEach(voter -> opinions.put(voter.name(), voter.vote(utterance)));
    return new Ballot(opinions, intent);
  }

  /** The fusion of each group of voters; examples of intents that are not known are left out. */
  public static Map<Set<String>, Fusion> ofGroups(List<String> intents, List<Ballot> ballots) {
    var known = ballots.stream().filter(ballot -> intents.contains(ballot.intent())).toList();
    var names = ballots.getFirst().opinions().keySet().stream().sorted().toList();
    var fusions = new LinkedHashMap<Set<String>, Fusion>();
    for (int group = 1; group < 1 << names.size(); group++) {
      var members = members(names, group);
      fusions.put(Set.copyOf(members), new FusionFit(members, intents, known).fit());
    }
    return fusions;
  }

  private static List<String> members(List<String> names, int group) {
    var members = new ArrayList<String>();
    for (int i = 0; i < names.size(); i++) {
      if ((group >> i & 1) == 1) {
        members.add(names.get(i));
      }
    }
    return members;
  }

  private Fusion fit() {
    var start = new double[voters.size() + 1];
    Arrays.fill(start, 0, voters.size(), 1.0 / voters.size());
    return fusion(CoordinateDescent.minimise(start, start.length, FIRST_STEP, this::cost));
  }

  private Fusion fusion(double[] place) {
    var weights = new TreeMap<String, Double>();
    for (int i = 0; i < voters.size(); i++) {
      weights.put(voters.get(i), place[i]);
    }
    return new Fusion(weights, place[voters.size()]);
  }

  private double cost(double[] place) {
    double pull = 0;
    for (int i = 0; i < voters.size(); i++) {
      if (place[i] < 0) {
        return Double.POSITIVE_INFINITY;
      }
      double away = place[i] - 1.0 / voters.size();
      pull += away * away;
    }
    return surprise(fusion(place)) + PULL * pull;
  }

  /** The mean negative log-likelihood of what the texts mean. */
  private double surprise(Fusion fusion) {
    double sum = 0;
    for (var ballot : ballots) {
      var own = new LinkedHashMap<String, Distribution>();
      voters.forEach(voter -> own.put(voter, ballot.opinions().get(voter)));
      sum -= Math.log(fusion.of(intents, own).probability(ballot.intent()));
    }
    return sum / ballots.size();
  }
}
