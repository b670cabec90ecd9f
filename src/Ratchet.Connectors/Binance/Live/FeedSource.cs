using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Ratchet.Market.Feeds.Live;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Connectors.Binance.Live;

/// <summary>What every feed is made of: the connection's machinery, a bounded channel to the reader, and the counts.</summary>
internal sealed class FeedSource
{
    private readonly BackOff backOff;

    public FeedSource(BinanceRest rest, BinanceFeedOptions options, TimeProvider clock, StreamKey key)
    {
        options.Validate();
        Rest = rest;
        Options = options;
        Clock = clock;
        backOff = new(key, options.FirstDelay, options.LongestDelay);
    }

    public BinanceRest Rest { get; }

    public BinanceFeedOptions Options { get; }

    public TimeProvider Clock { get; }

    public FeedTally Tally { get; } = new();

    /// <summary>Runs a session of its own for each enumeration.</summary>
    public async IAsyncEnumerable<FeedEvent> ReadAsync(
        Func<ChannelWriter<FeedEvent>, IStreamContent> open, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<FeedEvent>(
            new BoundedChannelOptions(Options.Capacity) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true, SingleWriter = true });
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var session = new FeedSession(Rest, Options, Clock, backOff, Tally, open(channel.Writer), channel.Writer);
        var work = Task.Run(() => session.RunAsync(ending.Token), CancellationToken.None);
        try
        {
            await foreach (var told in channel.Reader.ReadAllAsync(CancellationToken.None))
            {
                yield return told;
            }
        }
        finally
        {
            await ending.CancelAsync();
            await work;
        }
    }
}
