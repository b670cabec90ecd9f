using System.Text.Json;
using Ratchet.Lifecycle.Experiments;

namespace Ratchet.Reporting.Results;

/// <summary>hyperband_results_*.json: the schedule, every trial's rungs, the plain baseline, trees and times.</summary>
public static class SearchRecord
{
    /// <summary>The file's text.</summary>
    /// <param name="outcome">What the study found.</param>
    /// <param name="identity">What names the run.</param>
    /// <param name="seconds">Wall-clock time by stage.</param>
    /// <param name="use">What it took of the machine.</param>
    public static string Render(StudyOutcome outcome, ResultIdentity identity, IReadOnlyDictionary<string, double> seconds, ResourceUse use) => JsonText.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("symbol", identity.Symbol);
        writer.WriteString("timeframe", identity.TimeFrame);
        writer.WriteBoolean("synthetic", identity.Synthetic);
        writer.WriteNumber("seed", outcome.Settings.Seed);
        writer.WriteString("data_hash", outcome.DataHash);
        writer.WriteString("configuration_hash", identity.ConfigurationHash);
        writer.WriteString("code_version", identity.CodeVersion);
        writer.WriteNumber("jobs", use.Jobs);
        writer.WriteNumber("threads", use.Threads);
        writer.WriteNumber("cores", use.Cores);
        writer.Number("peak_memory_mb", Math.Round(use.PeakMemoryBytes / 1048576.0, 1));
        writer.Number("processor_seconds", Math.Round(use.ProcessorSeconds, 3));
        writer.WriteNumber("feature_cache_hits", use.Columns.Hits);
        writer.WriteNumber("feature_cache_misses", use.Columns.Misses);
        writer.WriteNumber("feature_columns_unstored", use.Columns.Unstored);
        writer.WriteNumber("maximum_resource", outcome.Settings.Hyperband.MaximumResource);
        writer.WriteNumber("eta", outcome.Settings.Hyperband.Eta);
        writer.WriteNumber("trees_grown", outcome.Trees.Grown);
        writer.WriteNumber("trees_by_warm_start", outcome.Trees.WarmStarted);
        writer.WriteNumber("trees_from_scratch", outcome.Trees.FromScratch);
        writer.WriteString("values_are", "in-sample: the search ranked by them");
        RunFigures.Write(writer, "chosen_walk_forward", outcome.WalkForward.Whole);
        writer.WriteStartObject("seconds");
        foreach (var (stage, value) in seconds)
        {
            writer.Number(stage, Math.Round(value, 3));
        }

        writer.WriteEndObject();
        Baseline(writer, outcome.LowestFidelity);
        writer.WriteStartArray("rungs");
        foreach (var rung in outcome.Search.Survival)
        {
            writer.WriteStartObject();
            writer.WriteNumber("iteration", rung.Iteration);
            writer.WriteNumber("bracket", rung.Bracket);
            writer.WriteNumber("rung", rung.Rung);
            writer.Number("resource", rung.Resource);
            writer.WriteNumber("entered", rung.Entered);
            writer.WriteNumber("promoted", rung.Promoted);
            writer.WriteNumber("failed", rung.Failed);
            writer.Number("best_value", rung.BestValue);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("trials");
        foreach (var trial in outcome.Search.Trials)
        {
            Trial(writer, trial);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void Baseline(Utf8JsonWriter writer, LowestFidelityBaseline? plain)
    {
        if (plain is null)
        {
            return;
        }

        writer.WriteStartObject("lowest_fidelity_baseline");
        writer.WriteNumber("evaluated", plain.Evaluated);
        writer.WriteNumber("best_trial", plain.BestTrial);
        writer.Number("best_value", plain.BestValue);
        writer.WriteNumber("trees", plain.Trees);
        writer.Number("hyperband_best_value", plain.HyperbandValue);
        writer.WriteNumber("hyperband_trees", plain.HyperbandTrees);
        writer.WriteEndObject();
    }

    private static void Trial(Utf8JsonWriter writer, Search.Schedulers.TrialOutcome trial)
    {
        writer.WriteStartObject();
        writer.WriteNumber("trial", trial.Number);
        writer.WriteNumber("bracket", trial.Bracket);
        writer.WriteString("state", trial.State.ToString());
        writer.Number("value", trial.Value ?? double.NaN);
        if (trial.Failure is { } failure)
        {
            writer.WriteString("failure", failure);
        }

        writer.WriteStartObject("values_by_resource");
        foreach (var rung in trial.Rungs)
        {
            writer.Number(rung.Resource.ToString(System.Globalization.CultureInfo.InvariantCulture), rung.Value);
        }

        writer.WriteEndObject();
        writer.WriteStartObject("parameters");
        foreach (var (name, value) in trial.Parameters.AsDictionary)
        {
            writer.Value(name, value);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
