using System.Net;
using System.Text.Json;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Connectors.Binance;

/// <summary>
/// Binance's public REST interface for bars and trades. Weights stay within a budget a minute, ordered waits (429, 418) are kept, and whatever may pass (5xx, lost
/// connections, timeouts, damaged answers) is tried again with back-off. Every row is checked. Safe for several threads.
/// Source: Binance Spot API documentation, "General API Information" "Kline/Candlestick data" and "Compressed/Aggregate trades list".
/// </summary>
public sealed class BinanceRest : IDisposable
{
    private const int KlinesWeight = 2;
    private const int TradesWeight = 4;
    private const int TimeWeight = 1;
    private static readonly TimeSpan LongestClockAge = TimeSpan.FromHours(1);

    private readonly BinanceOptions options;
    private readonly TimeProvider clock;
    private readonly HttpClient http;
    private readonly BackOff backOff;
    private readonly RequestBudget budget;
    private long ordinal;
    private long requests;
    private long repeats;
    private long orderedWaits;

    /// <summary>A client; nothing is sent yet.</summary>
    /// <param name="options">Address, limits and patience.</param>
    /// <param name="clock">Time for waits and timeouts.</param>
    /// <param name="key">Names the random stream of the back-off.</param>
    public BinanceRest(BinanceOptions options, TimeProvider clock, StreamKey key)
    {
        options.Validate();
        this.options = options;
        this.clock = clock;
        Clock = new(clock);
        backOff = new(key, options.FirstDelay, options.LongestDelay);
        budget = new(options.WeightBudget, Clock, clock);
        var address = options.BaseAddress.AbsoluteUri;
#pragma warning disable CA2000 // The client disposes its handler.
        var handler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AutomaticDecompression = DecompressionMethods.All, AllowAutoRedirect = false };
#pragma warning restore CA2000
        http = new(handler, disposeHandler: true)
        {
            BaseAddress = new(address.EndsWith('/') ? address : address + "/"),
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = 4 << 20,
        };
    }

    /// <summary>The options.</summary>
    public BinanceOptions Options => options;

    /// <summary>The exchange's time.</summary>
    public ExchangeClock Clock { get; }

    /// <summary>What the client has done so far.</summary>
    public RestCounters Counters => new(Interlocked.Read(ref requests), Interlocked.Read(ref repeats), Interlocked.Read(ref orderedWaits));

    /// <summary>Asks the exchange for its time and sets <see cref="Clock"/>.</summary>
    /// <param name="cancellationToken">Ends the request or the wait before it.</param>
    /// <exception cref="ExchangeException">The exchange cannot be reached or refuses.</exception>
    public async Task SynchroniseAsync(CancellationToken cancellationToken)
    {
        var time = await SendAsync("api/v3/time", TimeWeight, static (json, _) => KlineJson.ReadServerTime(json.Span), null, cancellationToken);
        Clock.Set(time);
    }

    /// <summary>One page of bars, the oldest first. A bar that is not final by the exchange's time is given apart.</summary>
    /// <param name="symbol">What was traded.</param>
    /// <param name="timeFrame">The length of a bar; one of <see cref="BinanceNames.TimeFrames"/>.</param>
    /// <param name="range">Where opening times may lie; both ends must be closed.</param>
    /// <param name="cancellationToken">Ends the request or the wait before it.</param>
    /// <exception cref="ExchangeException">The exchange cannot be reached, or refuses, such as an unknown symbol.</exception>
    public async Task<KlinePage> GetKlinesAsync(Symbol symbol, TimeFrame timeFrame, TimeRange range, CancellationToken cancellationToken)
    {
        if (range.IsEmpty || range.From < 0 || range.To > UtcTime.Latest)
        {
            throw new ArgumentOutOfRangeException(nameof(range), range, "The range must be closed, not empty and after 1970.");
        }

        var path = $"api/v3/klines?symbol={BinanceNames.Of(symbol)}&interval={BinanceNames.Of(timeFrame)}&startTime={range.From}&endTime={range.To - 1}&limit={options.PageSize}";
        if (Clock.Age > LongestClockAge)
        {
            await SynchroniseAsync(cancellationToken);
        }

        var (rows, askedAt) = await SendAsync(
            path,
            KlinesWeight,
            (json, sentAt) => (KlineJson.ReadRows(json.Span, timeFrame, range, options.PageSize), sentAt),
            symbol,
            cancellationToken);
        var final = askedAt - (long)options.SettleTime.TotalMilliseconds;
        var complete = rows.TakeWhile(r => r.CloseTime < final).Select(r => r.Bar).ToArray();
        return new(complete, complete.Length < rows.Count ? rows[complete.Length].Bar : null, rows.Count == options.PageSize);
    }

    /// <summary>One page of aggregate trades, the oldest first.</summary>
    /// <param name="symbol">What was traded.</param>
    /// <param name="fromId">The least number that is wanted, 0 or more.</param>
    /// <param name="cancellationToken">Ends the request or the wait before it.</param>
    /// <exception cref="ExchangeException">The exchange cannot be reached, or refuses, such as an unknown symbol.</exception>
    public async Task<TradePage> GetTradesAsync(Symbol symbol, long fromId, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fromId);
        var path = $"api/v3/aggTrades?symbol={BinanceNames.Of(symbol)}&fromId={fromId}&limit={options.PageSize}";
        var rows = await SendAsync(path, TradesWeight, (json, _) => TradeJson.ReadRows(json.Span, fromId, options.PageSize), symbol, cancellationToken);
        return new(rows, rows.Count == options.PageSize);
    }

    /// <summary>The newest aggregate trade, or null where there has been none.</summary>
    /// <param name="symbol">What was traded.</param>
    /// <param name="cancellationToken">Ends the request or the wait before it.</param>
    /// <exception cref="ExchangeException">The exchange cannot be reached, or refuses, such as an unknown symbol.</exception>
    public async Task<AggregateTrade?> GetNewestTradeAsync(Symbol symbol, CancellationToken cancellationToken)
    {
        var path = $"api/v3/aggTrades?symbol={BinanceNames.Of(symbol)}&limit=1";
        var rows = await SendAsync(path, TradesWeight, static (json, _) => TradeJson.ReadRows(json.Span, 0, 1), symbol, cancellationToken);
        return rows.Count > 0 ? rows[0] : null;
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => http.Dispose();

    private async Task<T> SendAsync<T>(string path, int weight, Func<ReadOnlyMemory<byte>, long, T> read, Symbol? symbol, CancellationToken cancellationToken)
    {
        var request = Interlocked.Increment(ref ordinal);
        for (var failures = 0; ; failures++)
        {
            await budget.EnterAsync(weight, cancellationToken);
            Interlocked.Increment(ref requests);
            Interlocked.Add(ref repeats, failures > 0 ? 1 : 0);
            string problem;
            Exception? cause = null;
            TimeSpan? ordered = null;
            using var timeout = new CancellationTokenSource(options.RequestTimeout, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
            try
            {
                var sentAt = Clock.Now;
                using var response = await http.GetAsync(new Uri(path, UriKind.Relative), either.Token);
                NoteWeight(response);
                if (response.IsSuccessStatusCode)
                {
                    RestAnswer.RequireJson(response);
                    return read(await response.Content.ReadAsByteArrayAsync(either.Token), sentAt);
                }

                ordered = RestAnswer.OrderedWait(response, clock);
                problem = RestAnswer.Judge(response, await response.Content.ReadAsByteArrayAsync(either.Token), http.BaseAddress!, path, symbol);
            }
            catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
            {
                problem = $"no whole answer within {options.RequestTimeout.TotalSeconds:0.###} s";
                cause = exception;
            }
            catch (HttpRequestException exception)
            {
                problem = exception.Message;
                cause = exception;
            }
            catch (JsonException exception)
            {
                problem = $"the answer is damaged: {exception.Message}";
                cause = exception;
            }

            await WaitAsync(request, failures, problem, cause, ordered, path, cancellationToken);
        }
    }

    private async Task WaitAsync(
        long request, int failures, string problem, Exception? cause, TimeSpan? ordered, string path, CancellationToken cancellationToken)
    {
        if (ordered > options.LongestOrderedWait)
        {
            throw new ExchangeException(
                $"{http.BaseAddress}{path}: {problem}; the exchange orders a wait of {ordered.Value.TotalSeconds:0} s, more than {options.LongestOrderedWait.TotalSeconds:0} s. " +
                "Try again after that time; what has been stored is kept.",
                isTransient: true,
                ordered,
                cause);
        }

        if (failures + 1 >= options.MaxAttempts)
        {
            throw new ExchangeException(
                $"{http.BaseAddress}{path}: failed {failures + 1} times, at last: {problem}. Check the connection and the address, then try again; what has been stored is kept.",
                isTransient: true,
                ordered,
                cause);
        }

        if (ordered is { } wait)
        {
            Interlocked.Increment(ref orderedWaits);
            budget.Block(wait);
        }
        else
        {
            await Task.Delay(backOff.Delay(request, failures), clock, cancellationToken);
        }
    }

    private void NoteWeight(HttpResponseMessage response)
    {
        if (response.Headers.TryGetValues("X-MBX-USED-WEIGHT-1M", out var values) && int.TryParse(values.FirstOrDefault(), out var used) && used >= 0)
        {
            budget.Note(used);
        }
    }
}
