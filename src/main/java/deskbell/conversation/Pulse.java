package deskbell.conversation;

import java.util.Optional;

/**
 * What a conversation's sockets must know even where an event was lost.
 *
 * @param seq the newest number, 0 before the first message
 * @param epoch grows whenever somebody else takes over
 * @param agent the name shown of the agent who answers, in mode human
 * @param erased whether only tombstones are left
 * @param shopper how far the shopper has received and read
 * @param desk how far agents have
 */
public record Pulse(
    long seq,
    Mode mode,
    long epoch,
    Optional<String> agent,
    boolean erased,
    Seen shopper,
    Seen desk) {}
