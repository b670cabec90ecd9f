using System.CommandLine;
using Ratchet.Cli.Rendering;
using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Storage.Columns;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet data resample</c>: stored bars as bars of a longer time frame, back into the store.</summary>
internal static class DataResampleCommand
{
    private const string Mark = "resampled from ";

    public static Command Build(CommandContext context)
    {
        var common = new SharedOptions();
        var pair = new Option<string?>("--pair", "-p") { Description = "Symbol, such as BTC/USDT." };
        var frame = new Option<string?>("--timeframe", "-i") { Description = "Time frame of the stored bars. Default 1h." };
        var target = new Option<string>("--to") { Description = "Time frame to make, a whole multiple, such as 4h.", Required = true };
        var replace = new Option<bool>("--replace") { Description = "Replace bars of that time frame that were imported." };
        var sessions = new Option<bool?>("--sessions")
        {
            Description = "Count bars from the opening of each session instead of from midnight UTC. Default: yes for cme-globex and for bars that are counted so already.",
        };
        var command = new Command("resample", "Make bars of a longer time frame from stored ones; a first or last bar that is not complete is left out.")
        {
            pair, frame, target, sessions, replace,
        };
        common.AddTo(command, market: false);
        command.SetAction(parsed =>
        {
            var configuration = common.Load(parsed, context, (pair, "data.pair"), (frame, "data.timeframe")).Value;
            if (configuration.Data.Pair.Length == 0)
            {
                throw new UsageException("'ratchet data resample' needs --pair; 'ratchet data list' shows what is stored.");
            }

            var symbol = MarketWords.ReadSymbol(configuration.Data.Pair, "--pair");
            var from = MarketWords.ReadTimeFrame(configuration.Data.Timeframe, "--timeframe");
            var to = MarketWords.ReadTimeFrame(parsed.GetValue(target)!, "--to");
            if (to <= from || to.Minutes % from.Minutes != 0)
            {
                throw new UsageException($"--to {to} is no longer multiple of {from}; choose one such as {new TimeFrame(from.Minutes * 4)}.");
            }

            using var stored = new BarStore(configuration.Data.Root).Load(symbol, from);
            var alignment = Alignment(stored.Manifest, to, parsed.GetValue(sessions));
            return Run(context, new BarStore(configuration.Data.Root), stored, to, alignment, parsed.GetValue(replace), parsed.GetValue(common.Json));
        });
        return command;
    }

    private static BarAlignment Alignment(BarManifest source, TimeFrame to, bool? asked)
    {
        var calendar = TradingCalendar.Parse(source.Calendar);
        if (asked == true && ReferenceEquals(calendar, TradingCalendar.AroundTheClock))
        {
            throw new UsageException($"--sessions: {source.Symbol} {source.TimeFrame} is stored with the calendar {calendar}, which has no sessions; import it with --calendar cme, say.");
        }

        if (asked == true && to > TimeFrame.Day1)
        {
            throw new UsageException($"--sessions: {to} is longer than a day; sessions have bars of at most 1d.");
        }

        if (asked != true && source.Alignment == BarAlignment.Session && (asked == false || to > TimeFrame.Day1))
        {
            throw new UsageException(
                $"{source.Symbol} {source.TimeFrame} is counted from the opening of each session and fits no bars of {to} on the UTC grid; resample the bars that it was made of.");
        }

        var isOfSessions = asked ?? (to <= TimeFrame.Day1 && (source.Alignment == BarAlignment.Session || ReferenceEquals(calendar, TradingCalendar.CmeGlobex)));
        return isOfSessions ? BarAlignment.Session : BarAlignment.Utc;
    }

    private static int Run(CommandContext context, BarStore store, StoredBars stored, TimeFrame to, BarAlignment alignment, bool replace, bool json)
    {
        var (symbol, from) = (stored.Manifest.Symbol, stored.Manifest.TimeFrame);
        var calendar = TradingCalendar.Parse(stored.Manifest.Calendar);
        var there = store.List().FirstOrDefault(m => m.Symbol == symbol && m.TimeFrame == to);
        if (there is not null && !replace && !IsOnlyResampled(there))
        {
            context.Error.WriteLine(
                $"error: {symbol} {to} is already stored, from {there.Source}; nothing was written. Give --replace to put the resampled bars in its place.");
            return ExitCode.Refused;
        }

        var resampled = alignment == BarAlignment.Session ? SessionResampler.Resample(stored.Series, to, calendar) : Resampler.Resample(stored.Series, to);
        if (resampled.Bars.Count == 0)
        {
            context.Error.WriteLine(
                $"error: {symbol} {from} has {stored.Series.Count} bars, not enough for one complete bar of {to}; import more, or choose a shorter --to.");
            return ExitCode.Failed;
        }

        var source = stored.Manifest;
        var manifest = store.Save(
            resampled.Bars, $"{Mark}{from}: {source.Source.Replace("; ", ", ", StringComparison.Ordinal)}", source.Synthetic, calendar, alignment,
            [.. source.Repairs.Select(r => r.StartsWith("bars of ", StringComparison.Ordinal) ? r : $"bars of {from}: {r}")], Math.Min(source.FilledBars, resampled.StillBars));
        if (json)
        {
            var result = CatalogueView.Json(manifest);
            result["incompleteLastBar"] = resampled.IncompleteLast is { } open ? UtcTime.Format(open.OpenTime) : null;
            result["incompleteFirstBar"] = resampled.IncompleteFirst is { } first ? UtcTime.Format(first.OpenTime) : null;
            result["sourceFilledBars"] = source.FilledBars;
            result["partialBars"] = resampled.PartialBars;
            result["missingSourceBars"] = resampled.MissingSourceBars;
            result["outsideSessions"] = resampled.OutsideSessions;
            context.Out.WriteLine(JsonText.Of(result));
        }
        else
        {
            WriteText(context.Out, manifest, resampled, source);
        }

        return ExitCode.Done;
    }

    /// <summary>Whether nothing was added to the bars since: the store puts a later source behind a semicolon, which the mark itself never has.</summary>
    private static bool IsOnlyResampled(BarManifest there) =>
        there.Source.StartsWith(Mark, StringComparison.Ordinal) && !there.Source.Contains("; ", StringComparison.Ordinal);

    private static void WriteText(TextWriter writer, BarManifest manifest, ResampledBars resampled, BarManifest source)
    {
        StoredText.Write(writer, manifest);
        writer.WriteLine($"  made of   {source.Rows:N0} bars of {source.TimeFrame}");
        writer.WriteLine(manifest.Alignment == BarAlignment.Session
            ? $"  grid      from the opening of each session of {manifest.Calendar}; --sessions false counts from midnight UTC"
            : "  grid      from midnight UTC");
        if (resampled.OutsideSessions > 0)
        {
            writer.WriteLine($"  outside   {PlainText.Count(resampled.OutsideSessions, "bar")} of {source.TimeFrame} in no session, not used");
        }

        if (resampled.PartialBars > 0)
        {
            writer.WriteLine(
                $"  partial   {PlainText.Count(resampled.PartialBars, "bar")} made from fewer bars of {source.TimeFrame} than there should be: " +
                $"{PlainText.Count(resampled.MissingSourceBars, "bar")} of them not there");
        }

        if (source.FilledBars > 0)
        {
            writer.WriteLine(
                $"  filled    {PlainText.Count(source.FilledBars, "bar")} of {source.TimeFrame} had been filled in by a repair; " +
                $"{PlainText.Count(manifest.FilledBars, "bar")} of {manifest.TimeFrame} made of nothing else {(manifest.FilledBars == 1 ? "does" : "do")} not count as good");
        }

        if (resampled.IncompleteFirst is { } first)
        {
            writer.WriteLine($"  left out  the first bar, {PlainText.Time(first.OpenTime)}: the {source.TimeFrame} bars begin after it opens");
        }

        if (resampled.IncompleteLast is { } open)
        {
            writer.WriteLine($"  left out  the last bar, {PlainText.Time(open.OpenTime)}: the {source.TimeFrame} bars end before it closes");
        }
    }
}
