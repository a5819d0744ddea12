package deskbell.console;

import deskbell.console.setup.SetupInUse;
import deskbell.handoff.Archive;
import deskbell.handoff.Figures;
import deskbell.handoff.Furnishings;
import deskbell.handoff.Notes;
import deskbell.shop.OrderBook;

/** What agents work with beside the conversations. Any thread. */
public record Workplace(
    Notes notes,
    Furnishings furnishings,
    OrderBook orders,
    Suggestions suggestions,
    Archive archive,
    Figures figures,
    Audit audit,
    SetupInUse setup) {}
