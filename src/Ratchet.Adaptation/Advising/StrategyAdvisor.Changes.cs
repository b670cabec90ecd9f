using System.Globalization;
using Ratchet.Adaptation.Retirement;
using Ratchet.Adaptation.Weights;

namespace Ratchet.Adaptation.Advising;

/// <content>What people change while it runs, and what is told about it.</content>
public sealed partial class StrategyAdvisor
{
    private const string AdvisorItself = "advisor";

    /// <summary>Takes new options; every setting that differs is audited. Weights outside new bounds are brought within, a switched-on retirement starts its hours anew.</summary>
    /// <param name="time">The session's time.</param>
    /// <param name="changed">The new options; windows, the length of histories and stated alignments must be those it was made with.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="why">Why.</param>
    /// <exception cref="ArgumentException">A value is outside its range, or something fixed is different; nothing was changed.</exception>
    public void Configure(long time, AdvisorOptions changed, string by, string why)
    {
        RequireReason(by, why);
        changed.Validate();
        if (changed.Windows != options.Windows || changed.HistoryLength != options.HistoryLength || changed.RetirementRules.Window != options.RetirementRules.Window
            || !changed.QualityRules.Alignments.SequenceEqual(options.QualityRules.Alignments))
        {
            throw new ArgumentException("Windows, the length of histories and stated alignments are fixed when the advisor is made.", nameof(changed));
        }

        Advance(time);
        var before = options;
        options = changed;
        quality.Configure(changed.QualityRules, changed.WeightRules, changed.RiskShare);
        retirement.Configure(changed.RetirementRules, changed.RiskShare);
        if (changed.Retirement && !before.Retirement)
        {
            retirement.RestartHours(now);
        }

        foreach (var setting in AdvisorSettings.All)
        {
            if (setting.Read(before) != setting.Read(changed))
            {
                Tell(new AdvisorEntry(now, AdvisorEntryKind.Setting, setting.Name, setting.Text(before), setting.Text(changed), by, why, string.Empty));
            }
        }

        var moved = new List<WeightChange>();
        weights.Bound(now, changed.WeightRules, moved);
        moved.ForEach(c => Tell(c));
    }

    /// <summary>Takes a preset's settings; what is fixed stays.</summary>
    /// <param name="time">The session's time.</param>
    /// <param name="preset">Such as <see cref="AdvisorOptions.Aggressive"/>.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="why">Why.</param>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public void ApplyPreset(long time, AdvisorOptions preset, string by, string why) =>
        Configure(time, AdvisorSettings.All.Aggregate(options, (o, s) => s.With(o, s.Read(preset))), by, why);

    /// <summary>Sets a strategy's status because a person wants it; it is judged anew from the next trade on.</summary>
    /// <param name="time">The session's time.</param>
    /// <param name="strategy">The strategy's place.</param>
    /// <param name="status">The status.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="why">Why.</param>
    /// <exception cref="ArgumentException">The strategy or the status is unknown, or who or why is missing.</exception>
    public void Force(long time, int strategy, RetirementStatus status, string by, string why)
    {
        RequireReason(by, why);
        Require(strategy, 0, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)status, (uint)RetirementStatus.Retired, nameof(status));
        Advance(time);
        Tell(retirement.Force(now, strategy, status, by, why));
    }

    /// <summary>Sets every weight back to its base.</summary>
    /// <param name="time">The session's time.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="why">Why.</param>
    /// <exception cref="ArgumentException">Who or why is missing.</exception>
    public void ResetWeights(long time, string by, string why)
    {
        RequireReason(by, why);
        Advance(time);
        var moved = new List<WeightChange>();
        weights.Reset(now, options.WeightRules, moved);
        Tell(new AdvisorEntry(now, AdvisorEntryKind.Reset, "weights", string.Empty, "base", by, why, string.Create(CultureInfo.InvariantCulture, $"{moved.Count} weights changed")));
        moved.ForEach(c => Tell(c));
    }

    /// <summary>Starts it again after a failure; nothing happens where it has not failed. What it missed stays missed.</summary>
    /// <param name="time">The session's time.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="why">Why.</param>
    /// <exception cref="ArgumentException">Who or why is missing.</exception>
    public void Recover(long time, string by, string why)
    {
        RequireReason(by, why);
        if (fault is null)
        {
            return;
        }

        var entry = new AdvisorEntry(Math.Max(now, time), AdvisorEntryKind.Recovered, AdvisorItself, fault, string.Empty, by, why, string.Empty);
        fault = null;
        Advance(time);
        quality.Forget();
        Tell(entry);
    }

    private static void RequireReason(string by, string why)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        ArgumentException.ThrowIfNullOrWhiteSpace(why);
    }

    private void Tell(in WeightChange change)
    {
        weightChanges.Add(change);
        try
        {
            sink?.Weighed(change);
        }
#pragma warning disable CA1031 // A log that breaks must not stop what is logged; the failure is kept, shown and alerted.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail("sink", exception);
        }
    }

    private void Tell(StatusChange change) => Tell(new AdvisorEntry(
        change.Time,
        change.Forced ? AdvisorEntryKind.Forced : AdvisorEntryKind.Status,
        strategies[change.Strategy],
        Word(change.From),
        Word(change.To),
        change.By,
        change.Why,
        change.Reading.Numbers()));

    private void Tell(AdvisorEntry entry)
    {
        audit.Add(entry);
        try
        {
            sink?.Audited(entry);
        }
#pragma warning disable CA1031 // As above.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail("sink", exception);
        }
    }

    private void Fail(string where, Exception exception)
    {
        fault = $"{where}: {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}";
        audit.Add(new(now, AdvisorEntryKind.Failed, AdvisorItself, string.Empty, "base weights", AdvisorItself, fault, string.Empty));
    }

    private static string Word(RetirementStatus status) => status.ToString().ToUpperInvariant();
}
