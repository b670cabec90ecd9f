using System.CommandLine;
using Ratchet.Cli.Rendering;
using Ratchet.Connectors.Binance;
using Ratchet.Connectors.Binance.Download;
using Ratchet.Hosting.Composition;
using Ratchet.Market.Time;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet data download</c>: bars from Binance into the store; a second call goes on where the first ended.</summary>
internal static class DataDownloadCommand
{
    public static Command Build(CommandContext context, CancellationToken cancellationToken)
    {
        var common = new SharedOptions();
        var pair = new Option<string?>("--pair", "-p") { Description = "Spot symbol, such as BTC/USDT." };
        var frame = new Option<string?>("--timeframe", "-i") { Description = $"Length of a bar: {string.Join(", ", BinanceNames.TimeFrames)}. Default 1h." };
        var range = new Option<string?>("--timerange") { Description = "Which bars, such as 20240101-20250101 or 20240101-; without it, from the first stored bar until now." };
        var url = new Option<string?>("--url") { Description = $"Address of the exchange's REST interface. Default {new BinanceOptions().BaseAddress}." };
        var verify = new Option<bool>("--verify") { Description = "Ask for stored bars too and compare them; nothing is overwritten." };
        var command = new Command("download", "Download bars from Binance into the store; goes on where an earlier download ended.") { pair, frame, range, url, verify };
        common.AddTo(command, market: false);
        command.SetAction(parsed =>
        {
            var data = common.Load(parsed, context, (pair, "data.pair"), (frame, "data.timeframe"), (range, "data.timerange")).Value.Data;
            if (data.Pair.Length == 0)
            {
                throw new UsageException("'ratchet data download' needs --pair, such as --pair BTC/USDT.");
            }

            var options = parsed.GetValue(url) is { } address ? new BinanceOptions { BaseAddress = ReadAddress(address) } : new();
            var symbol = MarketWords.ReadSymbol(data.Pair, "--pair");
            var timeFrame = MarketWords.ReadTimeFrame(data.Timeframe, "--timeframe");
            RequireNames(symbol, timeFrame);
            var wanted = data.Timerange.Length == 0 ? TimeRange.All : ReadRange(data.Timerange);
            using var archive = new StoredBarArchive(new(data.Root), symbol, timeFrame, $"Binance spot klines, {options.BaseAddress.Host}");
            return Run(context, archive, options, new(symbol, timeFrame, wanted, parsed.GetValue(verify)), parsed.GetValue(common.Json), cancellationToken);
        });
        return command;
    }

    private static int Run(
        CommandContext context, StoredBarArchive archive, BinanceOptions options, DownloadRequest request, bool json, CancellationToken cancellationToken)
    {
        if (archive.Manifest is { Synthetic: true })
        {
            context.Error.WriteLine(
                $"error: the stored {request.TimeFrame} bars of {request.Symbol} are synthetic and are never mixed with real ones; nothing was written. " +
                "Give another --data-root, or remove the series first.");
            return ExitCode.Refused;
        }

        var startedAt = context.Clock.GetTimestamp();
        var key = StreamKey.FromSeed((ulong)context.Clock.GetUtcNow().Ticks).Derive("download");
        using var rest = new BinanceRest(options, context.Clock, key);
        var progress = new DownloadProgressText(context.Error, context.Clock, context.IsTerminal);
        DownloadResult result;
        try
        {
            var work = new KlineDownload(rest, context.Clock).RunAsync(request with { Range = Begun(request.Range, archive) }, archive, progress, cancellationToken);
            result = work.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            progress.End();
            context.Error.WriteLine($"cancelled; {archive.Manifest?.Rows ?? 0:N0} bars are stored, and the same command goes on from there.");
            return ExitCode.Cancelled;
        }
        finally
        {
            progress.End();
        }

        DownloadView.Write(context, request, result, archive.Manifest, rest.Counters, context.Clock.GetElapsedTime(startedAt), json);
        return result.Differences.Count == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    private static TimeRange Begun(TimeRange range, StoredBarArchive archive) =>
        range.From != long.MinValue
            ? range
            : archive.Manifest is { Rows: > 0 } manifest
                ? range with { From = manifest.FirstOpenTime }
                : throw new UsageException("--timerange needs a beginning, such as 20240101-, because nothing is stored of this series yet.");

    private static TimeRange ReadRange(string text) => TimeRange.TryParse(text, out var range)
        ? range
        : throw new UsageException($"--timerange '{text}' is no time range; write 20240101-20240601 (the second day is not in the range) or 20240101-.");

    private static Uri ReadAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? address
        : throw new UsageException($"--url '{text}' is no address; write one such as https://api.binance.com.");

    private static void RequireNames(Market.Instruments.Symbol symbol, TimeFrame timeFrame)
    {
        try
        {
            BinanceNames.Of(symbol);
            BinanceNames.Of(timeFrame);
        }
        catch (ArgumentException exception)
        {
            throw new UsageException(exception.Message.Split(" (Parameter", 2)[0]);
        }
    }
}
