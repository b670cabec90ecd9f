using Ratchet.Adaptation.Selection;

namespace Ratchet.Lifecycle.Adaptation;

/// <summary>
/// Lets a selector choose for every entry in the order of time. It learns a result when the position is closed, before it chooses at that moment, so nothing is
/// fitted beforehand and nothing is known early.
/// </summary>
internal static class EntryReplay
{
    /// <summary>The chosen profile of every entry, -1 where none was.</summary>
    public static (int[] Choices, SelectorCounts Counts) Run(EntryTable table, SelectorOptions options, bool fullInformation, CancellationToken cancellationToken)
    {
        var entries = table.Entries;
        var choices = new int[entries.Count];
        var decisions = new long[entries.Count];
        var selector = new ProfileSelector(options, table.Profiles, entries.Count == 0 ? 1 : entries.Max(e => e.Symbol) + 1);
        var waiting = new PriorityQueue<(int Entry, int Profile), (long KnownAt, int Entry, int Profile)>();
        for (var i = 0; i < entries.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entry = entries[i];
            while (waiting.TryPeek(out var due, out var when) && when.KnownAt <= entry.Time)
            {
                waiting.Dequeue();
                Learn(selector, entries[due.Entry], decisions[due.Entry], choices[due.Entry], due.Profile);
            }

            var choice = selector.Choose(entry.Time, entry.Symbol, entry.Regime, entry.CostShare);
            (choices[i], decisions[i]) = (choice.Profile, choice.Decision);
            if (choice.Profile < 0)
            {
                continue;
            }

            var allowed = selector.AllowedIn(choice.Decision);
            for (var p = 0; p < table.Profiles.Count; p++)
            {
                if (p == choice.Profile || (fullInformation && (allowed >> p & 1) != 0))
                {
                    waiting.Enqueue((i, p), (entry.KnownAt[p], i, p));
                }
            }
        }

        return (choices, selector.Counts);
    }

    private static void Learn(ProfileSelector selector, StudyEntry entry, long decision, int chosen, int profile)
    {
        if (profile == chosen)
        {
            selector.Reward(entry.KnownAt[profile], decision, entry.Results[profile], entry.Hours[profile]);
        }
        else
        {
            selector.RewardSimulated(entry.KnownAt[profile], decision, profile, entry.Results[profile], entry.Hours[profile]);
        }
    }
}
