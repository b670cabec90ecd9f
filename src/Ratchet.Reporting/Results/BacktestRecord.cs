using System.Text.Json;
using Ratchet.Lifecycle.Experiments;
using Ratchet.Lifecycle.Training;
using Ratchet.Trading.Simulation;

namespace Ratchet.Reporting.Results;

/// <summary>What a backtest found, as JSON.</summary>
public static class BacktestRecord
{
    /// <summary>The fixed defaults beside the baselines.</summary>
    /// <param name="synthetic">Whether the data came from a random generator.</param>
    /// <param name="result">The backtest.</param>
    public static string Render(bool synthetic, DefaultsBacktest result) => JsonText.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteBoolean("synthetic", synthetic);
        Stage(writer, "walk_forward", [("fixed_defaults", result.WalkForward.Whole), ("buy_and_hold", result.BuyAndHold)], result.RandomEntry, result.WalkForward.Whole);
        writer.WriteEndObject();
    });

    /// <summary>A study's chosen configuration beside the baselines.</summary>
    /// <param name="synthetic">Whether the data came from a random generator.</param>
    /// <param name="outcome">The study.</param>
    /// <param name="holdOut">The sealed part, where it was opened.</param>
    /// <param name="openings">All openings on record.</param>
    public static string Render(bool synthetic, StudyOutcome outcome, HoldOutComparison? holdOut, IReadOnlyList<string> openings) => JsonText.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteBoolean("synthetic", synthetic);
        writer.WriteNumber("trial", outcome.Chosen.TrialNumber);
        Stage(
            writer,
            "walk_forward",
            [("chosen", outcome.WalkForward.Whole), ("fixed_defaults", outcome.DefaultsWalkForward.Whole), ("buy_and_hold", outcome.BuyAndHold)],
            outcome.RandomEntry,
            outcome.WalkForward.Whole);
        if (holdOut is not null)
        {
            Stage(
                writer,
                "hold_out",
                [("chosen", holdOut.Chosen.Run), ("fixed_defaults", holdOut.Defaults.Run), ("buy_and_hold", holdOut.BuyAndHold)],
                holdOut.RandomEntry,
                holdOut.Chosen.Run);
        }

        writer.WriteStartArray("hold_out_openings");
        foreach (var opening in openings)
        {
            writer.WriteStringValue(opening);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void Stage(
        Utf8JsonWriter writer, string name, IReadOnlyList<(string Name, ScoredRun Run)> runs, RandomEntryResult? random, ScoredRun own)
    {
        writer.WriteStartObject(name);
        foreach (var (key, run) in runs)
        {
            RunFigures.Write(writer, key, run);
        }

        if (random is not null)
        {
            writer.WriteStartObject("random_entry");
            writer.WriteNumber("draws", random.Returns.Length);
            writer.Number("median_return", random.MedianReturn);
            writer.Number("median_composite", random.MedianComposite);
            writer.Number("return_percentile", random.ReturnPercentile(own.Metrics.TotalReturn));
            writer.Number("composite_percentile", random.CompositePercentile(own.Score.Composite));
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
