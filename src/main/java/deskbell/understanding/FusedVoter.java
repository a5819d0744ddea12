package deskbell.understanding;

import deskbell.conversation.Busy;
import deskbell.conversation.Invalid;
import deskbell.conversation.Unavailable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One opinion out of several. A voter that is too busy or fails is left out of this vote: there is
 * a fusion for every group of voters. Blocks as long as its voters do; any thread.
 */
public final class FusedVoter implements IntentVoter {
  private static final Logger LOG = LoggerFactory.getLogger(FusedVoter.class);

  private final List<IntentVoter> voters;
  private final Map<Set<String>, Fusion> fusions;
  private final List<String> intents;

  /**
   * A voter that asks others.
   *
   * @param voters the first names the intents and must never fail
   * @param fusions by the names of the voters that they fuse; of all groups that hold the first
   */
  public FusedVoter(List<IntentVoter> voters, Map<Set<String>, Fusion> fusions) {
    if (voters.isEmpty()) {
      throw new Invalid("voters", "are none");
    }
    this.voters = List.copyOf(voters);
    this.fusions = Map.copyOf(fusions);
    this.intents = voters.getFirst().intents();
    var all = names(voters);
    if (!fusions.containsKey(all) || !fusions.containsKey(names(voters.subList(0, 1)))) {
      throw new Invalid("fusions", "are of " + fusions.keySet() + "; needed for " + all);
    }
  }

  /** Those of its voters that are named, as one; there must be a fusion of them. */
  public FusedVoter only(Set<String> names) {
    var heard = voters.stream().filter(voter -> names.contains(voter.name())).toList();
    return new FusedVoter(heard, fusions);
  }

  /** The names of its voters. */
  public Set<String> names() {
    return names(voters);
  }

  /** A voter that speaks for itself. */
  public static FusedVoter alone(IntentVoter voter) {
    var itself = new Fusion(Map.of(voter.name(), 1.0), 0);
    return new FusedVoter(List.of(voter), Map.of(Set.of(voter.name()), itself));
  }

  private static Set<String> names(List<IntentVoter> voters) {
    var names = new TreeSet<String>();
    voters.forEach(voter -> names.add(voter.name()));
    return Set.copyOf(names);
  }

  @Override
  public String name() {
    return "fused";
  }

  @Override
  public List<String> intents() {
    return intents;
  }

  @Override
  public Distribution vote(Utterance utterance) {
    return fused(opinions(utterance));
  }

  /** One opinion out of those that this voter was given. */
  public Distribution fused(Map<String, Distribution> opinions) {
    return fusions.get(Set.copyOf(opinions.keySet())).of(intents, opinions);
  }

  /** Every voter's own opinion, by name; those that cannot give one are left out. */
  public Map<String, Distribution> opinions(Utterance utterance) {
    var opinions = new LinkedHashMap<String, Distribution>();
    for (var voter : voters) {
      try {
        opinions.put(voter.name(), voter.vote(utterance));
      } catch (Busy | Unavailable away) {
        LOG.warn("the voter {} is left out: {}", voter.name(), away.getMessage());
      }
    }
    return opinions;
  }
}
