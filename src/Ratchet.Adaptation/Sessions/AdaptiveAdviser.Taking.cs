using System.Buffers;
using Ratchet.Adaptation.Advising;
using Ratchet.Adaptation.Selection;
using Ratchet.Trading.Journal;

namespace Ratchet.Adaptation.Sessions;

/// <content>What was learned elsewhere, or was changed by a person, is taken over.</content>
public sealed partial class AdaptiveAdviser
{
    /// <summary>Replaces what the selector has learned. After an exception the adviser is unchanged.</summary>
    /// <param name="state">The other state, by names.</param>
    /// <returns>One line for each name that this session does not have.</returns>
    /// <exception cref="InvalidDataException">The state is of a later version, or holds impossible numbers.</exception>
    public IReadOnlyList<string> Take(SelectorState state)
    {
        var fresh = new ProfileSelector(options.Selector, options.Profiles, symbols.Length);
        var left = SelectorExchange.Import(fresh, symbols, state);
        var bytes = new ArrayBufferWriter<byte>();
        fresh.Write(new(bytes));
        var reader = new StateReader(bytes.WrittenSpan);
        Selector.Read(ref reader);
        Changes++;
        return left;
    }

    /// <summary>Replaces what the advisor has learned and its settings; base weights stay. After an exception the adviser is unchanged.</summary>
    /// <param name="state">The other advisor.</param>
    /// <exception cref="InvalidDataException">It has other strategies, symbols, windows or histories.</exception>
    public void Take(StrategyAdvisor state)
    {
        if (!state.Strategies.SequenceEqual(Advisor.Strategies) || !state.Symbols.SequenceEqual(Advisor.Symbols))
        {
            throw new InvalidDataException(
                $"The advisor's state is of {string.Join(", ", state.Strategies)} on {string.Join(", ", state.Symbols)}; this session has {string.Join(", ", Advisor.Strategies)} on {string.Join(", ", Advisor.Symbols)}.");
        }

        var bytes = new ArrayBufferWriter<byte>();
        state.Write(new(bytes));
        var trial = new StateReader(bytes.WrittenSpan);
        new StrategyAdvisor(options.Advisor, Advisor.Strategies, Advisor.BaseWeights, symbols).Read(ref trial);
        var reader = new StateReader(bytes.WrittenSpan);
        Advisor.Read(ref reader);
        Changes++;
    }

    /// <summary>Sets the advisor's settings back to those of the options; what differs is audited.</summary>
    /// <param name="time">The session's time.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="why">Why.</param>
    public void Configure(long time, string by, string why)
    {
        Advisor.ApplyPreset(time, options.Advisor, by, why);
        Changes++;
    }
}
