using System.Text.Json;
using Ratchet.Cli.Commands;
using Ratchet.Lifecycle.Honesty;
using Spectre.Console;

namespace Ratchet.Cli.Rendering;

/// <summary>What the honesty runs say.</summary>
internal static class HonestySummary
{
    public static void Write(CommandContext context, HonestyOptions options, IReadOnlyList<KindSummary> kinds, TimeSpan elapsed, bool json)
    {
        if (json)
        {
            WriteJson(context, kinds);
            return;
        }

        context.Out.WriteLine(
            $"SYNTHETIC DATA. {options.Markets} reduced studies on each kind of market: {options.Bars:N0} hourly bars, R = {options.Study.Hyperband.MaximumResource}, " +
            $"forests of {options.Study.Estimators.Low} to {options.Study.Estimators.High} trees, seeds {options.Seed} to {options.Seed + (ulong)options.Markets - 1}; the sealed part opened at the end.");
        var table = ConsoleTable.Make("composite on the sealed part", [.. kinds.Select(k => k.InformationCoefficient > 0 ? $"planted edge, IC {k.InformationCoefficient:0.00}" : "pure noise")]);
        Row("chosen configuration, mean", k => RunRows.Number(k.MeanChosen, "0.000"));
        Row("the same in the second look (in-sample), mean", k => RunRows.Number(k.MeanSearch, "0.000"));
        Row("fixed defaults, mean", k => RunRows.Number(k.MeanDefaults, "0.000"));
        Row("chosen less defaults, mean (95 %)", k => Difference(k.AgainstDefaults));
        Row("  markets in which chosen is better", k => RunRows.Percent(k.AgainstDefaults.ShareAbove));
        Row("chosen less median random entry, mean (95 %)", k => Difference(k.AgainstRandom));
        Row("  markets in which chosen is better", k => RunRows.Percent(k.AgainstRandom.ShareAbove));
        Row("  markets in which it traded", k => $"{k.AgainstRandom.Markets}");
        Row("mean percentile among random entries (50 = no skill)", k => RunRows.Number(k.MeanRandomPercentile, "0.0"));
        Row("viable in the second look", k => RunRows.Percent(k.ViableShare));
        Row("viable on the sealed part", k => RunRows.Percent(k.ViableSealedShare));
        ConsoleTable.Write(context.Out, table);
        context.Out.WriteLine($"Intervals: bootstrap over markets, 95 %. {elapsed.TotalSeconds:0} s.");

        void Row(string name, Func<KindSummary, string> value) => table.AddRow((string[])[name, .. kinds.Select(value)]);
    }

    private static string Difference(PairedDifference d) => d.Markets == 0 ? "-" : $"{d.Mean:+0.000;-0.000} ({d.Low:+0.000;-0.000} to {d.High:+0.000;-0.000})";

    private static void WriteJson(CommandContext context, IReadOnlyList<KindSummary> kinds)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartArray();
            foreach (var kind in kinds)
            {
                writer.WriteStartObject();
                writer.WriteString("kind", kind.Kind);
                writer.WriteNumber("information_coefficient", kind.InformationCoefficient);
                Number(writer, "mean_chosen", kind.MeanChosen);
                Number(writer, "mean_second_look_in_sample", kind.MeanSearch);
                Number(writer, "mean_defaults", kind.MeanDefaults);
                Paired(writer, "against_defaults", kind.AgainstDefaults);
                Paired(writer, "against_random_entry", kind.AgainstRandom);
                Number(writer, "mean_random_percentile", kind.MeanRandomPercentile);
                Number(writer, "viable_second_look", kind.ViableShare);
                Number(writer, "viable_sealed", kind.ViableSealedShare);
                writer.WriteStartArray("markets");
                foreach (var verdict in kind.Verdicts)
                {
                    writer.WriteStartObject();
                    writer.WriteNumber("seed", verdict.Seed);
                    Number(writer, "chosen", verdict.Chosen);
                    Number(writer, "chosen_second_look_in_sample", verdict.ChosenSearch);
                    Number(writer, "defaults", verdict.Defaults);
                    Number(writer, "random_median", verdict.RandomMedian);
                    Number(writer, "random_percentile", verdict.RandomPercentile);
                    writer.WriteNumber("trades", verdict.Trades);
                    Number(writer, "return", verdict.ChosenReturn);
                    writer.WriteBoolean("viable_second_look", verdict.Viable);
                    writer.WriteBoolean("viable_sealed", verdict.ViableSealed);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        context.Out.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static void Paired(Utf8JsonWriter writer, string name, PairedDifference difference)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("markets", difference.Markets);
        Number(writer, "mean", difference.Mean);
        Number(writer, "low", difference.Low);
        Number(writer, "high", difference.High);
        Number(writer, "share_above", difference.ShareAbove);
        writer.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter writer, string name, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
