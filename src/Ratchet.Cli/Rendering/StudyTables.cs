using System.Globalization;
using System.Text.Json;
using Ratchet.Cli.Commands;
using Ratchet.Hosting.Composition;
using Ratchet.Search.Schedulers;
using Ratchet.Search.Studies;
using Spectre.Console;

namespace Ratchet.Cli.Rendering;

/// <summary>Studies and their trials. Values here are in-sample; the out-of-sample ones are in each study's report, and the text says so.</summary>
internal static class StudyTables
{
    public static void WriteList(CommandContext context, IReadOnlyList<StudyOverview> studies, bool json)
    {
        if (json)
        {
            context.Out.WriteLine(Json(writer =>
            {
                writer.WriteStartArray();
                foreach (var study in studies)
                {
                    Head(writer, study);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }));
            return;
        }

        if (studies.Count == 0)
        {
            context.Out.WriteLine("No study yet; 'ratchet optimize' makes one.");
            return;
        }

        var table = ConsoleTable.Make("study", "trials", "complete", "pruned", "failed", "state");
        foreach (var study in studies)
        {
            table.AddRow(
                Markup.Escape(study.Name),
                Text(study.Trials.Count()),
                Text(Count(study, TrialState.Complete)),
                Text(Count(study, TrialState.Pruned)),
                Text(Count(study, TrialState.Fail)),
                study.IsFinished ? "finished" : "unfinished");
        }

        ConsoleTable.Write(context.Out, table);
    }

    public static void WriteOne(CommandContext context, StudyOverview study, int top, bool json)
    {
        var best = study.Stages.SelectMany(s => s.Trials.Where(t => t.State == TrialState.Complete && t.Value is not null).OrderByDescending(t => t.Value).ThenBy(t => t.Number).Take(top)
            .Select(t => (s.Stage, Trial: t))).ToArray();
        if (json)
        {
            context.Out.WriteLine(Json(writer =>
            {
                Head(writer, study);
                writer.WriteStartArray("best_in_sample");
                foreach (var (stage, trial) in best)
                {
                    writer.WriteStartObject();
                    writer.WriteString("stage", stage);
                    writer.WriteNumber("trial", trial.Number);
                    writer.WriteNumber("value_in_sample", trial.Value!.Value);
                    writer.WriteStartObject("facts");
                    foreach (var (key, value) in trial.UserAttributes.OrderBy(a => a.Key, StringComparer.Ordinal))
                    {
                        writer.WriteString(key, value);
                    }

                    writer.WriteEndObject();
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }));
            return;
        }

        context.Out.WriteLine($"{study.Name}: {study.Trials.Count()} trials, {(study.IsFinished ? "finished" : "unfinished: run the same 'ratchet optimize' again")}");
        var table = ConsoleTable.Make("stage and trial", "value (in-sample)", "viable", "trades", "return", "drawdown", "bracket");
        foreach (var (stage, trial) in best)
        {
            table.AddRow(
                Markup.Escape($"{stage} {trial.Number}"),
                RunRows.Number(trial.Value!.Value, "0.0000"),
                Fact(trial, "viable"),
                Fact(trial, "trades"),
                Share(trial, "total_return"),
                Share(trial, "max_drawdown"),
                Fact(trial, TrialAttributes.Bracket));
        }

        ConsoleTable.Write(context.Out, table);
        foreach (var (stage, trials) in study.Stages)
        {
            foreach (var trial in trials.Where(t => t.State == TrialState.Fail))
            {
                context.Out.WriteLine($"failed: {stage} {trial.Number}: {Fact(trial, TrialAttributes.Failure)}");
            }
        }

        context.Out.WriteLine($"These values chose the configurations, so they flatter; 'ratchet backtest --study {study.Name}' gives the out-of-sample ones.");
    }

    private static void Head(Utf8JsonWriter writer, StudyOverview study)
    {
        writer.WriteStartObject();
        writer.WriteString("study", study.Name);
        writer.WriteNumber("trials", study.Trials.Count());
        writer.WriteNumber("complete", Count(study, TrialState.Complete));
        writer.WriteNumber("pruned", Count(study, TrialState.Pruned));
        writer.WriteNumber("failed", Count(study, TrialState.Fail));
        writer.WriteBoolean("finished", study.IsFinished);
    }

    private static string Json(Action<Utf8JsonWriter> content)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            content(writer);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static int Count(StudyOverview study, TrialState state) => study.Trials.Count(t => t.State == state);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Fact(Trial trial, string name) => trial.UserAttributes.TryGetValue(name, out var text) ? Markup.Escape(text) : "-";

    private static string Share(Trial trial, string name) =>
        trial.UserAttributes.TryGetValue(name, out var text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? RunRows.Percent(value)
            : "-";
}
