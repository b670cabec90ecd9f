using System.Text.Json;
using Ratchet.Lifecycle.Experiments;

namespace Ratchet.Reporting.Results;

/// <summary>
/// top_configs.json: the best configurations of a study, the chosen one first, each with its in-sample and out-of-fold figures, and the
/// walk-forward of the chosen one. No clock, machine or thread count is in it: the same seed, data and code give the same bytes.
/// </summary>
public static class TopConfigurations
{
    /// <summary>The file's text.</summary>
    /// <param name="outcome">What the study found.</param>
    /// <param name="identity">What names the run.</param>
    public static string Render(StudyOutcome outcome, ResultIdentity identity) => JsonText.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("symbol", identity.Symbol);
        writer.WriteString("timeframe", identity.TimeFrame);
        writer.WriteBoolean("synthetic", identity.Synthetic);
        writer.WriteString("development_from", identity.DevelopmentFrom);
        writer.WriteString("development_to", identity.DevelopmentTo);
        writer.WriteNumber("seed", outcome.Settings.Seed);
        writer.WriteString("data_hash", outcome.DataHash);
        writer.WriteString("configuration_hash", identity.ConfigurationHash);
        writer.WriteString("code_version", identity.CodeVersion);
        writer.WriteBoolean("reproducible", outcome.Reproducible);
        writer.WriteNumber("trials", outcome.TrialCount);
        writer.WriteNumber("trees_by_warm_start", outcome.Trees.WarmStarted);
        writer.WriteNumber("trees_from_scratch", outcome.Trees.FromScratch);
        writer.WriteBoolean("viable", outcome.Viable);
        writer.WriteStartArray("configurations");
        for (var rank = 0; rank < outcome.Top.Count; rank++)
        {
            Candidate(writer, outcome, outcome.Top[rank], rank + 1);
        }

        writer.WriteEndArray();
        RunFigures.Write(writer, "chosen_walk_forward", outcome.WalkForward.Whole);
        RunFigures.Write(writer, "defaults_walk_forward", outcome.DefaultsWalkForward.Whole);
        RunFigures.Write(writer, "buy_and_hold_walk_forward", outcome.BuyAndHold);
        if (outcome.RandomEntry is { } random)
        {
            writer.Number("random_entry_return_percentile", random.ReturnPercentile(outcome.WalkForward.Whole.Metrics.TotalReturn));
            writer.Number("random_entry_composite_percentile", random.CompositePercentile(outcome.WalkForward.Whole.Score.Composite));
        }

        writer.WriteEndObject();
    });

    private static void Candidate(Utf8JsonWriter writer, StudyOutcome outcome, Candidate candidate, int rank)
    {
        writer.WriteStartObject();
        writer.WriteNumber("rank", rank);
        writer.WriteNumber("trial", candidate.TrialNumber);
        writer.Number("search_value_in_sample", candidate.SearchValue);
        writer.Number("second_look_mean", candidate.Second.MeanComposite);
        writer.Number("second_look_lower_bound", candidate.Second.LowerBound);
        writer.WriteStartArray("second_look_folds");
        foreach (var fold in candidate.Second.Folds)
        {
            writer.WriteNumberValue(fold.Score.Composite);
        }

        writer.WriteEndArray();
        RunFigures.Write(writer, "second_look_in_sample", candidate.Second.Whole);
        writer.WriteStartObject("parameters");
        foreach (var (name, value) in outcome.Models.Where(m => m.Outcome.Best is not null).SelectMany(m => m.Outcome.Best!.Parameters.AsDictionary))
        {
            writer.Value(name, value);
        }

        foreach (var (name, value) in candidate.Parameters!.AsDictionary)
        {
            writer.Value(name, value);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
